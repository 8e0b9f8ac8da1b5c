"""What runs in the visitor's browser: the engine's wheel, Pyodide, the page element, the compiled trees.

They are written to docs/assets/fingerpost/, which git ignores, so that any site builder copies them as plain
files. The same inputs give the same bytes: times inside archives are fixed and every list is sorted.
"""

import hashlib
import json
import shutil
import tempfile
import zipfile
from pathlib import Path

from project.commands import run
from project.paths import ASSETS, CACHE, DOCS, ENGINE, NODE_MODULES, REQUIREMENTS, ROOT, VENV, program
from project.progress import StepError, skipped, step
from project.stamps import Stamp, digest_of, files_under

# Every tree of the site, as a path inside docs/.
TREES = (Path("choose/tree.yml"), Path("examples/incident/tree.yml"), Path("examples/licence/tree.yml"))

PYODIDE = NODE_MODULES / "pyodide"
# What a browser fetches. The standard library and the package list are made here, from Pyodide's own.
_COPIED_FROM_PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")

_STORE = CACHE / "assets"
_STANDARD_LIBRARY = _STORE / "python_stdlib.zip"
_WHEELS = _STORE / "wheel"

# 1980-01-01, the earliest time that a zip file can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_REPRODUCIBLE = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}


def build() -> None:
    """Write docs/assets/fingerpost/ unless it is up to date.

    Raises:
        StepError: Something could not be built. The earlier assets are left as they were.
    """
    _compile_standard_library()
    _build_wheel()
    _assemble()


def check_trees() -> None:
    """Check every tree against the pages; print all findings.

    Raises:
        StepError: A tree has findings that must be mended.
    """
    for tree in TREES:
        with step(f"Checking docs/{tree.as_posix()}"):
            run(
                # Short paths, from the repository's root: findings start with them.
                [program(VENV, "fingerpost"), "check", Path(DOCS.name) / tree, "--docs", DOCS.name],
                problem=f"docs/{tree.as_posix()} is not ready to be published",
                remedy="Mend each finding above; each says where it is and how.",
            )


# ---- Python's standard library


def _compile_standard_library() -> None:
    """Compile Pyodide's standard library once, here, instead of at every start in every browser."""
    inputs = [ROOT / "package-lock.json", REQUIREMENTS / "dev.txt", Path(__file__)]
    stamp = Stamp("standard-library", digest_of(inputs))
    if stamp.is_current and _STANDARD_LIBRARY.is_file():
        skipped("Python's standard library for the browser")
        return
    stamp.remove()
    with step("Compiling Python's standard library for the browser"):
        _STORE.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PYODIDE / _STANDARD_LIBRARY.name, _STANDARD_LIBRARY)
        # Without docstrings and assertions: nobody reads or tests the standard library in the page, and it
        # saves 0.6 MB.
        _py_compile(_STANDARD_LIBRARY, optimise="2")
        _fix_times(_STANDARD_LIBRARY)
    stamp.write()


def _py_compile(archive: Path, *, optimise: str) -> None:
    run(
        [program(VENV, "pyodide"), "py-compile", "--silent", "--no-keep", archive],
        problem=f"{archive.name} could not be compiled",
        remedy="Read the lines above: a module of the engine may not be valid Python.",
        extra_environment={**_REPRODUCIBLE, "PYTHONOPTIMIZE": optimise},
    )


def _fix_times(archive: Path) -> None:
    """Write a zip file again with one fixed time for all its members, and the best compression."""
    fixed = archive.with_name(f"{archive.name}.new")
    with (
        zipfile.ZipFile(archive) as old,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.external_attr = 0o644 << 16
            new.writestr(member, old.read(name), zipfile.ZIP_DEFLATED, 9)
    fixed.replace(archive)


# ---- The engine


def _build_wheel() -> None:
    inputs = [
        *files_under(ENGINE),
        *(ROOT / name for name in ("pyproject.toml", "README.md", "LICENSE")),
        REQUIREMENTS / "dev.txt",
        Path(__file__),
    ]
    stamp = Stamp("wheel", digest_of(inputs))
    if stamp.is_current and len(list(_WHEELS.glob("*.whl"))) == 1:
        skipped("The engine's wheel")
        return
    stamp.remove()
    with step("Building the engine's wheel and compiling it for the browser"):
        if _WHEELS.exists():
            shutil.rmtree(_WHEELS)
        run(
            [program(VENV, "python"), "-m", "build", "--wheel", "--no-isolation", "--outdir", _WHEELS, ROOT],
            problem="The engine's wheel could not be built",
            extra_environment=_REPRODUCIBLE,
        )
        # The engine keeps its assertions: it has to behave exactly as it does where it is tested.
        _py_compile(_the_wheel(), optimise="0")
        _fix_times(_the_wheel())
    stamp.write()


def _the_wheel() -> Path:
    wheels = list(_WHEELS.glob("*.whl"))
    if len(wheels) != 1:
        raise StepError(
            f"Building the engine's wheel left {len(wheels)} wheels instead of one.",
            "Delete the folder .cache/assets and run the command again.",
        )
    return wheels[0]


# ---- All of it


def _assemble() -> None:
    trees = [DOCS / tree for tree in TREES]
    made = [_STANDARD_LIBRARY, _the_wheel()]
    copied = [PYODIDE / name for name in _COPIED_FROM_PYODIDE]
    inputs = [*made, *copied, *files_under(ENGINE), *trees, Path(__file__)]
    stamp = Stamp("assets", digest_of(inputs))
    if stamp.is_current and (ASSETS / "manifest.json").is_file():
        skipped("Browser assets")
        return
    stamp.remove()
    with step("Writing docs/assets/fingerpost"):
        ASSETS.parent.mkdir(parents=True, exist_ok=True)
        _STORE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_STORE) as temporary:
            folder = Path(temporary) / "new"
            folder.mkdir()
            for source in [*made, *copied, *files_under(ENGINE / "web")]:
                shutil.copyfile(source, folder / source.name)
            _write_json(folder / "pyodide-lock.json", _package_list())
            _write_json(folder / "manifest.json", _manifest(folder))
            for tree in trees:
                _compile_tree(tree, folder / "trees")
            if ASSETS.exists():
                shutil.rmtree(ASSETS)
            folder.replace(ASSETS)
    stamp.write()


def _package_list() -> object:
    """Return Pyodide's package list without its packages: the site carries none of them and fetches none."""
    whole = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return {**whole, "packages": {}}


def _manifest(folder: Path) -> object:
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(folder.iterdir())
    }
    build = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()
    return {"build": build, "wheel": _the_wheel().name, "files": files}


def _compile_tree(tree: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    unnamed = folder / "tree.json"
    run(
        [program(VENV, "fingerpost"), "compile", tree, "-o", unnamed],
        problem=f"docs/{tree.relative_to(DOCS).as_posix()} could not be compiled",
    )
    unnamed.replace(folder / f"{json.loads(unnamed.read_text(encoding='utf-8'))['id']}.json")


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
