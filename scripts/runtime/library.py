"""Python's library as a browser fetches it: only the modules that the engine uses, compiled in advance.

Pyodide's own standard library contains 531 modules as source, compiled again at every start in every browser. To find
the modules that the engine uses, it answers its known calls under Pyodide, in Node, and the imports are recorded. Some
modules are replaced by shorter ones (`stand_ins/`).
"""

import json
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from project.commands import run
from project.paths import VENV, program
from project.progress import StepError, skipped, step
from project.stamps import Stamp, digest_of, files_under
from runtime import trimming, zip_files
from runtime.engine_modules import browser_modules, imports_of
from runtime.engine_wheel import WHEEL
from runtime.known_answer import KNOWN_ANSWER, as_json
from runtime.store import STORE

_HERE = Path(__file__).parent
_STAND_INS = _HERE / "stand_ins"
_RUN = _HERE / "run_engine.mjs"
_ADDED = {"sitecustomize.py"}

LIBRARY = STORE / "python_stdlib.zip"


def build() -> None:
    """Make the library, unless it is up to date.

    Raises:
        StepError: The engine's answers under Pyodide differ from those here, or Pyodide has changed.
    """
    inputs = [Path(__file__), _RUN, _HERE / "imported_modules.py", Path(zip_files.__file__)]
    inputs += files_under(_STAND_INS, trimming.FOLDER)
    # Depends on the engine's imports rather than its every change, because finding the modules takes seconds.
    imports = sorted({name for file in browser_modules().values() for name in imports_of(file)})
    stamp = Stamp("browser-library", digest_of(inputs, *imports))
    if stamp.is_current and LIBRARY.is_file():
        skipped("Python's library for the browser")
        return
    stamp.remove()
    with step("Finding and compiling the parts of Python's library that the engine uses"):
        write(LIBRARY, stand_ins())
    stamp.write()


def stand_ins() -> dict[str, Path]:
    """Return the modules that stand in for Pyodide's own, by their paths in the library."""
    return {file.relative_to(_STAND_INS).as_posix(): file for file in files_under(_STAND_INS)}


def write(library: Path, replaced: Mapping[str, Path]) -> None:
    """Write a library of the modules that the engine's known calls import.

    Args:
        library: The zip file to write.
        replaced: The stand-ins to use.

    Raises:
        StepError: The engine's answers under Pyodide differ from those here, or Pyodide has changed.
    """
    whole = _whole_library(replaced)
    used = {name: whole[name] for name in {*_used(whole), *(_ADDED & set(replaced))}}
    # Without docstrings and assertions: nobody reads or tests the standard library in a page.
    zip_files.write(library, zip_files.compiled(used, optimise=2))


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
    with tempfile.TemporaryDirectory(dir=STORE) as temporary:
        result = Path(temporary) / "result.json"
        run(
            [program(VENV, "node"), _RUN, trimming.FOLDER, library, WHEEL, calls, result],
            problem="The engine does not run under Pyodide",
        )
        reported = json.loads(result.read_text(encoding="utf-8"))
    return reported["answers"], reported["modules"]


def _used(whole: dict[str, bytes]) -> set[str]:
    """Return the files that the engine's known calls import."""
    with tempfile.TemporaryDirectory(dir=STORE) as temporary:
        everything = Path(temporary) / LIBRARY.name
        zip_files.write(everything, whole)
        calls = Path(temporary) / "calls.json"
        known = json.loads(KNOWN_ANSWER.read_text(encoding="utf-8"))
        calls.write_text(as_json(known["calls"]), encoding="utf-8")
        answers, modules = run_under_pyodide(everything, calls)
    if answers != known["answers"]:
        raise StepError(
            "The engine's answers under Pyodide differ from those here.",
            "Look at scripts/runtime/trimming.py and the files in scripts/runtime/stand_ins/.",
        )
    paths = (module.replace(".", "/") for module in modules)
    return {name for path in paths for name in (f"{path}/__init__.py", f"{path}.py") if name in whole}


def _whole_library(replaced: Mapping[str, Path]) -> dict[str, bytes]:
    """Return every file of Pyodide's standard library, with stand-ins in place of some."""
    with zipfile.ZipFile(trimming.STOCK / LIBRARY.name) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    unknown = sorted(set(replaced) - set(files) - _ADDED)
    if unknown:
        raise StepError(
            f"Pyodide's standard library has no {', '.join(unknown)} to replace.",
            "Pyodide has changed: look at each file in scripts/runtime/stand_ins/ again.",
        )
    return files | {name: file.read_bytes() for name, file in replaced.items()}
