"""The engine and its Python library as a browser fetches them: only what is used, compiled here.

Pyodide's own standard library holds 531 modules as source, compiled anew at every start in every browser. What the
engine uses of it is not guessed: the engine answers its known calls under Pyodide, in Node, and what it imported
is taken. Long modules of which little is used here have short ones in their place (`browser_python/`).
"""

import ast
import base64
import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from project import browser_pyodide
from project.commands import output_of, run
from project.paths import CACHE, ENGINE, REQUIREMENTS, ROOT, VENV, program
from project.progress import StepError, skipped, step
from project.stamps import Stamp, digest_of, files_under

_HERE = Path(__file__).parent
_STORE = CACHE / "assets"
_REPLACED = _HERE / "browser_python"
_RUN = _HERE / "run_engine.mjs"
_KNOWN_TREE = _HERE / "known-answer.yml"
_DOOR = "fingerpost.door"

# They go into the wheel.
_ABOUT = ("pyproject.toml", "README.md", "LICENSE")

LIBRARY = _STORE / "python_stdlib.zip"
_WHEELS = _STORE / "wheels"
KNOWN_ANSWER = _STORE / "known-answer.json"

# 1980-01-01, the earliest time that a zip file can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_REPRODUCIBLE = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}

# Links that take the engine through what a reader can do: answer, not be sure, and follow a damaged link.
_KNOWN_LINKS = (
    "known-answer",
    "known-answer?weather=wet&edition=2000-01-01",
    "known-answer?weather=wet&distance=far&edition=2000-01-01",
    "known-answer?weather=unsure&distance=near",
    "known-answer?weather=dry&distance=far&colour=%C3%A9%ZZ&edition=1999-01-01",
)

# Everything else that a reader can ask for.
_KNOWN_RECORDS = (
    ("preview", {}),
    ("record", {"notes": {"need": "Dry *feet*.", "confirmations": {}}, "address": "", "date": "2000-01-01"}),
    (
        "reopen",
        {"text": '{"kind": "fingerpost-record", "version": 1, "tree": {"id": "known-answer"}, "link": "known-answer"}'},
    ),
)


def build() -> None:
    """Make the engine, the known answer and the library, unless they are up to date.

    Raises:
        StepError: One of them could not be made.
    """
    # What the engine imports takes a while to find out: not at all where nothing at all has changed.
    inputs = [*files_under(ENGINE, _HERE), *(ROOT / name for name in _ABOUT), REQUIREMENTS / "dev.txt"]
    stamp = Stamp("browser-engine-and-library", digest_of([*inputs, ROOT / "package-lock.json"]))
    if stamp.is_current and _wheel_is_there() and KNOWN_ANSWER.is_file() and LIBRARY.is_file():
        skipped("The engine and Python's library for the browser")
        return
    stamp.remove()
    _build_engine()
    _ask_known_answer()
    _build_library()
    stamp.write()


def browser_modules() -> dict[str, Path]:
    """Return the engine's modules that the browser needs: its door, and what that imports.

    Returns:
        Each module's file by its full name. Imports inside functions count, too.
    """
    found: dict[str, Path] = {}
    waiting = [_DOOR]
    while waiting:
        name = waiting.pop()
        file = _file_of(name)
        if name in found or file is None:
            continue
        found[name] = file
        waiting.append(name.rpartition(".")[0])
        for imported in _imports_of(file):
            waiting += [imported, imported.rpartition(".")[0]]
    return dict(sorted(found.items()))


def run_under_pyodide(library: Path, calls: Path) -> tuple[list[str], list[str]]:
    """Answer calls with the engine under Pyodide.

    Args:
        library: The zip file of Python's library to run it with.
        calls: A JSON file with a list of [method, payload].

    Returns:
        The answers, and the names of all modules that were imported.

    Raises:
        StepError: The engine did not run.
    """
    with tempfile.TemporaryDirectory(dir=_STORE) as temporary:
        result = Path(temporary) / "result.json"
        run(
            [program(VENV, "node"), _RUN, browser_pyodide.FOLDER, library, engine_wheel(), calls, result],
            problem="The engine does not run under Pyodide",
        )
        written = json.loads(result.read_text(encoding="utf-8"))
    return written["answers"], written["modules"]


# ---- The engine


def _file_of(module: str) -> Path | None:
    if module.partition(".")[0] != ENGINE.name:
        return None
    place = ENGINE.parent.joinpath(*module.split("."))
    return next((file for file in (place / "__init__.py", place.with_suffix(".py")) if file.is_file()), None)


def _imports_of(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _wheel_is_there() -> bool:
    return len(list(_WHEELS.glob("*.whl"))) == 1


def _build_engine() -> None:
    modules = browser_modules()
    about = (ROOT / name for name in _ABOUT)
    stamp = Stamp("browser-engine", digest_of([*modules.values(), *about, REQUIREMENTS / "dev.txt", Path(__file__)]))
    if stamp.is_current and _wheel_is_there():
        skipped("The engine's wheel for the browser")
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
        used = {file.relative_to(ENGINE.parent).as_posix() for file in modules.values()}
        _keep_only(engine_wheel(), used)
        # The engine keeps its assertions: it has to behave exactly as it does where it is tested.
        _py_compile(engine_wheel(), optimise="0")
        _fix_times(engine_wheel())
    stamp.write()


def engine_wheel() -> Path:
    """Return the engine's wheel for the browser.

    Raises:
        StepError: There is none, or more than one.
    """
    wheels = list(_WHEELS.glob("*.whl"))
    if len(wheels) != 1:
        raise StepError(
            f"Building the engine's wheel left {len(wheels)} wheels instead of one.",
            "Delete the folder .cache/assets and run the command again.",
        )
    return wheels[0]


def _keep_only(wheel: Path, modules: set[str]) -> None:
    """Leave out of a wheel what the browser does not need: the command line, the reader of YAML, and so on."""
    with zipfile.ZipFile(wheel) as whole:
        files = {
            name: whole.read(name)
            for name in whole.namelist()
            if name in modules or (".dist-info/" in name and not name.endswith(("/RECORD", "/entry_points.txt")))
        }
        metadata = next(name for name in files if name.endswith(".dist-info/METADATA"))
        files[metadata] = files[metadata].partition(b"\n\n")[0] + b"\n"  # without the README, which nothing here reads
        record = next(name for name in whole.namelist() if name.endswith(".dist-info/RECORD"))
    lines = [f"{name},sha256={_record_digest(content)},{len(content)}" for name, content in sorted(files.items())]
    _write(wheel, {**files, record: "\n".join([*lines, f"{record},,", ""]).encode()})


def _record_digest(content: bytes) -> str:
    """Return a digest as a wheel's RECORD has it (PEP 376, PEP 427)."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


# ---- The known answer


def _ask_known_answer() -> None:
    """Write calls with the answers that the engine gives here: in a browser it has to give the same."""
    stamp = Stamp("known-answer", digest_of([*files_under(ENGINE), _KNOWN_TREE, Path(__file__)]))
    if stamp.is_current and KNOWN_ANSWER.is_file():
        skipped("The engine's known answer")
        return
    stamp.remove()
    with step("Asking the engine for its known answer"), tempfile.TemporaryDirectory(dir=_STORE) as temporary:
        compiled = Path(temporary) / "tree.json"
        run(
            [program(VENV, "fingerpost"), "compile", _KNOWN_TREE, "-o", compiled],
            problem=f"{_KNOWN_TREE.name} could not be compiled",
        )
        tree = json.loads(compiled.read_text(encoding="utf-8"))
        calls = [
            ["load", _json({"tree": tree, "pages": {"boots": "../boots/"}, "tree_page": ""})],
            *(["view", _json({"tree": tree["id"], "link": link})] for link in _KNOWN_LINKS),
            *(
                [method, _json({"tree": tree["id"], "link": _KNOWN_LINKS[2], **parameters})]
                for method, parameters in _KNOWN_RECORDS
            ),
        ]
        asked = Path(temporary) / "calls.json"
        asked.write_text(_json(calls), encoding="utf-8")
        code = (
            "import json, sys; from fingerpost.door import call; "
            "print(json.dumps([call(*one) for one in json.load(open(sys.argv[1], encoding='utf-8'))]))"
        )
        printed = output_of([program(VENV, "python"), "-c", code, asked])
        answers = json.loads(printed) if printed else []
        if len(answers) != len(calls) or any("error" in json.loads(answer) for answer in answers):
            raise StepError("The engine does not answer its known calls.", f"Read {_KNOWN_TREE.name}.")
        KNOWN_ANSWER.write_text(_json({"calls": calls, "answers": answers}) + "\n", encoding="utf-8")
    stamp.write()


# ---- Python's library


def _build_library() -> None:
    inputs = [REQUIREMENTS / "dev.txt", Path(__file__), _RUN, *files_under(_REPLACED, browser_pyodide.FOLDER)]
    # What the engine imports of it, not the engine's every change: finding out takes seconds.
    imports = sorted({name for file in browser_modules().values() for name in _imports_of(file)})
    stamp = Stamp("browser-library", digest_of(inputs, *imports))
    if stamp.is_current and LIBRARY.is_file():
        skipped("Python's library for the browser")
        return
    stamp.remove()
    with (
        step("Finding and compiling what the engine uses of Python's library"),
        tempfile.TemporaryDirectory(dir=_STORE) as temporary,
    ):
        whole = _whole_library()
        everything = Path(temporary) / "python_stdlib.zip"
        _write(everything, whole)
        calls = Path(temporary) / "calls.json"
        known = json.loads(KNOWN_ANSWER.read_text(encoding="utf-8"))
        calls.write_text(_json(known["calls"]), encoding="utf-8")
        answers, modules = run_under_pyodide(everything, calls)
        if answers != known["answers"]:
            raise StepError(
                "The engine's answers under Pyodide differ from those here.",
                "Look at scripts/project/browser_pyodide.py and the files in scripts/project/browser_python/.",
            )
        used: dict[str, bytes] = {"sitecustomize.py": whole["sitecustomize.py"]}
        for module in modules:
            path = module.replace(".", "/")
            for name in (f"{path}/__init__.py", f"{path}.py"):
                if name in whole:
                    used[name] = whole[name]
        # Without docstrings and assertions: nobody reads or tests the standard library in the page.
        _write_compiled(LIBRARY, used, optimise="2")
    stamp.write()


def _whole_library() -> dict[str, bytes]:
    """Return every file of Pyodide's standard library, with our replacements."""
    with zipfile.ZipFile(browser_pyodide.STOCK / LIBRARY.name) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    replaced = {file.relative_to(_REPLACED).as_posix(): file.read_bytes() for file in files_under(_REPLACED)}
    unknown = sorted(set(replaced) - set(files) - {"sitecustomize.py"})
    if unknown:
        raise StepError(
            f"Pyodide's standard library has no {', '.join(unknown)} to replace.",
            "Pyodide has changed: look at each file in scripts/project/browser_python/ again.",
        )
    return files | replaced


# ---- Zip files


def _write(archive: Path, files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in sorted(files.items()):
            new.writestr(name, content)


def _write_compiled(archive: Path, files: Mapping[str, bytes], *, optimise: str) -> None:
    """Write a zip file of compiled modules; the same modules give the same bytes."""
    with tempfile.TemporaryDirectory(dir=_STORE) as temporary:
        sources = Path(temporary) / "modules.zip"
        _write(sources, files)
        _py_compile(sources, optimise=optimise)
        _fix_times(sources)
        shutil.move(sources, archive)


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
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in sorted(old.namelist()):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.external_attr = 0o644 << 16
            new.writestr(member, old.read(name), zipfile.ZIP_DEFLATED, 9)
    fixed.replace(archive)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
