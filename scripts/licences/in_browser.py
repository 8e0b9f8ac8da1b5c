"""The parts of others in the browser's files, which the wheel carries and every site publishes."""

import re
from pathlib import Path

from licences.packages import facts_of_npm, of_npm
from licences.part import Part
from project.paths import NODE_MODULES
from project.progress import StepError

WASM = "pyodide.asm.wasm"
_WORKER = "engine-worker.mjs"  # with Pyodide's loader and the script of its module
_LIBRARY = "python_stdlib.zip"
_WORD = "word.*"  # a pattern, because no page may name the script: whoever asks for a Word file fetches it

_SHORTENED = "Parts that no site uses are left out, and the rest is made short."


def parts() -> list[Part]:
    """Return the parts, each after the one that contains it.

    Raises:
        StepError: A package has changed so that a part's version is no longer found.
    """
    return [*_pyodide(), *_docx()]


def _pyodide() -> list[Part]:
    package = of_npm("pyodide")
    info = facts_of_npm("pyodide", "pyodide-lock.json")["info"]
    pyodide, python = f"Pyodide {package.version}", f"CPython {info['python']}"
    emscripten = f"Emscripten {info['platform'].removeprefix('emscripten_').replace('_', '.')}"
    return [
        Part(
            "Pyodide",
            "MPL-2.0",
            ("pyodide-MPL-2.0.txt",),
            "https://github.com/pyodide/pyodide",
            (_WORKER, WASM, _LIBRARY),
            package.version,
            holders=("Copyright (C) Pyodide contributors and Mozilla",),
            package=package,
            changed=f"{_SHORTENED} pyodide-changes.txt has the source of every change.",
        ),
        Part(
            "hiwire",
            "MPL-2.0",
            ("pyodide-MPL-2.0.txt",),
            "https://github.com/pyodide/hiwire",
            (_WORKER, WASM),
            inside=pyodide,
            holders=("Copyright (C) Pyodide contributors",),
        ),
        Part(
            "stackframe and error-stack-parser",
            "MIT",
            ("stackframe-MIT.txt",),
            "https://github.com/stacktracejs/error-stack-parser",
            (_WORKER,),
            inside=pyodide,
        ),
        Part(
            "libffi",
            "MIT",
            ("libffi-MIT.txt",),
            "https://github.com/libffi/libffi",
            (WASM,),
            inside=pyodide,
        ),
        Part(
            "CPython",
            "PSF-2.0",
            ("python-PSF-2.0.txt", "python-incorporated.txt"),
            f"https://github.com/python/cpython/tree/v{info['python']}",
            (WASM, _LIBRARY),
            info["python"],
            inside=pyodide,
            holders=("Copyright (c) 2001-2024 Python Software Foundation; All Rights Reserved",),
            changed="Of its library, only the modules that the engine uses, compiled; some have shorter ones in place.",
        ),
        Part(
            "Expat",
            "MIT",
            ("python-incorporated.txt",),
            "https://github.com/libexpat/libexpat",
            (WASM,),
            _inside_wasm(rb"expat_([\d.]+)", "Expat"),
            inside=python,
            holders=(
                "Copyright (c) 1998, 1999, 2000 Thai Open Source Software Center Ltd and Clark Cooper",
                "Copyright (c) 2001, 2002, 2003, 2004, 2005, 2006 Expat maintainers",
            ),
        ),
        Part(
            "zlib",
            "Zlib",
            ("zlib.txt",),
            "https://zlib.net/",
            (WASM,),
            _inside_wasm(rb"inflate ([\d.]+) Copyright", "zlib"),
            inside=pyodide,
        ),
        Part(
            "bzip2",
            "bzip2-1.0.6",
            ("bzip2.txt",),
            "https://sourceware.org/bzip2/",
            (WASM,),
            _inside_wasm(rb"([\d.]+), \d+-[A-Z][a-z]+-\d{4}", "bzip2"),
            inside=pyodide,
        ),
        Part(
            "Emscripten",
            "MIT OR NCSA",
            ("emscripten-MIT-NCSA.txt",),
            f"https://github.com/emscripten-core/emscripten/tree/{emscripten.rpartition(' ')[2]}",
            (_WORKER, WASM),
            emscripten.rpartition(" ")[2],
            inside=pyodide,
        ),
        Part(
            "MiniLZ4",
            "MIT",
            ("lz4-MIT.txt",),
            "https://github.com/emscripten-core/emscripten/tree/main/third_party",
            (_WORKER,),
            inside=emscripten,
        ),
        Part(
            "musl",
            "MIT",
            ("musl-MIT.txt",),
            "https://musl.libc.org/",
            (WASM,),
            inside=emscripten,
        ),
        Part(
            "compiler-rt, libc++, libc++abi and libunwind",
            "Apache-2.0 WITH LLVM-exception",
            ("llvm-Apache-2.0.txt",),
            "https://github.com/llvm/llvm-project",
            (WASM,),
            inside=emscripten,
            holders=("Copyright (c) the LLVM Project and its contributors",),
        ),
    ]


def _docx() -> list[Part]:
    package = of_npm("docx")
    docx = f"docx {package.version}"
    return [
        Part(
            "docx",
            "MIT",
            ("docx-MIT.txt",),
            "https://github.com/dolanmiu/docx",
            (_WORD,),
            package.version,
            holders=("Copyright (c) 2016 Dolan",),
            package=package,
            changed="Bundled and made short.",
        ),
        Part(
            "fflate",
            "MIT",
            ("docx-MIT.txt",),
            "https://github.com/101arrowz/fflate",
            (_WORD,),
            inside=docx,
            holders=("Copyright (c) 2026 Arjun Barrett",),
        ),
        Part(
            "nanoid",
            "MIT",
            ("docx-MIT.txt",),
            "https://github.com/ai/nanoid",
            (_WORD,),
            inside=docx,
            holders=("Copyright 2017 Andrey Sitnik <andrey@sitnik.es>",),
        ),
        Part(
            "stream-browserify and events",
            "MIT",
            ("docx-MIT.txt",),
            "https://github.com/browserify/stream-browserify",
            (_WORD,),
            inside=docx,
            holders=("Copyright Joyent, Inc. and other Node contributors", "Copyright (c) James Halliday"),
        ),
    ]


def _inside_wasm(version: bytes, name: str) -> str:
    file: Path = NODE_MODULES / "pyodide" / WASM
    found = re.search(version, file.read_bytes())
    if found is None:
        raise StepError(
            f"{file}: no version of {name} found.",
            "Pyodide has changed: find out whether it still contains that part, and correct scripts/licences/.",
        )
    return found[1].decode()
