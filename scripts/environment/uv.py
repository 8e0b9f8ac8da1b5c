"""uv, which makes the environment: found on this machine, or installed into the repository's folder."""

import importlib.util
import re
import shutil
import sys
from pathlib import Path

from project.commands import output_of, run
from project.paths import CACHE, REQUIREMENTS, program
from project.progress import StepError, step

# The oldest uv that was tested with these commands.
OLDEST_UV = (0, 8, 0)

NETWORK = "Check that this machine reaches PyPI (through a proxy or mirror, if need be), and run it again."
"""The remedy if PyPI may be out of reach."""

_BOOTSTRAP = CACHE / "bootstrap"


def find() -> Path | None:
    """Return a uv on this machine that is recent enough, or None."""
    for candidate in (shutil.which("uv"), program(_BOOTSTRAP, "uv"), _BOOTSTRAP / "bin" / "uv"):
        if candidate is not None and _is_usable(Path(candidate)):
            return Path(candidate)
    return None


def _is_usable(uv: Path) -> bool:
    version = re.match(r"uv (\d+)\.(\d+)\.(\d+)", output_of([uv, "--version"]) or "")
    return version is not None and tuple(int(part) for part in version.groups()) >= OLDEST_UV


def install() -> Path:
    """Install the pinned uv into a folder of its own, with the pip of the Python that runs this.

    Raises:
        StepError: It could not be installed, or does not run.
    """
    with step("Installing uv from PyPI into .cache/bootstrap"):
        if _BOOTSTRAP.exists():
            shutil.rmtree(_BOOTSTRAP)
        install = [
            "install",
            "--require-hashes",
            "--no-deps",
            "--only-binary",
            ":all:",
            "--disable-pip-version-check",
        ]
        lock = ["--requirement", str(REQUIREMENTS / "bootstrap.txt")]
        problem = "uv could not be installed from PyPI"
        if _has_module("venv") and _has_module("ensurepip"):
            run(
                [sys.executable, "-m", "venv", _BOOTSTRAP],
                problem="Python could not make a virtual environment",
                remedy=_missing_pip_remedy(),
            )
            run(
                [program(_BOOTSTRAP, "python"), "-m", "pip", *install, *lock],
                problem=problem,
                remedy=NETWORK,
            )
        elif _has_module("pip"):
            # Debian without python3-venv: pip alone is enough, and --target keeps out of the system's
            # folders.
            run(
                [sys.executable, "-m", "pip", *install, "--target", _BOOTSTRAP, *lock],
                problem=problem,
                remedy=NETWORK,
            )
        else:
            raise StepError("This Python has neither pip nor venv, so uv can't be installed.", _missing_pip_remedy())
    uv = find()
    if uv is None:
        raise StepError(
            "uv was installed, but it does not run.",
            "Install uv yourself, so that it is on PATH, and run it again.",
        )
    return uv


def _has_module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _missing_pip_remedy() -> str:
    return (
        "On Debian or Ubuntu, install the missing part as root: apt-get install python3-venv. "
        "Elsewhere install uv, so that it is on PATH. Then run the command again."
    )
