"""The paths of the project, all derived from that of this file, so that the commands work from any folder."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

DOCS = ROOT / "docs"
ENGINE = ROOT / "engine" / "fingerpost"
OVERRIDES = ROOT / "overrides"
REQUIREMENTS = ROOT / "requirements"
SITE = ROOT / "site"

# Files that the commands make for themselves; git ignores them. Deleting them only costs time.
CACHE = ROOT / ".cache"
BROWSER_FILES = ENGINE / "site" / "browser_files"
VENV = ROOT / ".venv"
BUILDERS = CACHE / "builders"
NODE_MODULES = ROOT / "node_modules"
LIGHTHOUSE = ROOT / "tests" / "tools" / "lighthouse"
NU_HTML_CHECKER = ROOT / "tests" / "tools" / "nu-html-checker"
PEERS = ROOT / "tests" / "contract" / "peers"

_WINDOWS = os.name == "nt"


def programs_of(environment: Path) -> Path:
    """Return the folder that holds the programs of a virtual environment.

    Args:
        environment: The folder of the virtual environment.

    Returns:
        `bin`, or `Scripts` on Windows.
    """
    return environment / ("Scripts" if _WINDOWS else "bin")


def program(environment: Path, name: str) -> Path:
    """Return the path of a program in a virtual environment, whether or not it exists.

    Args:
        environment: The folder of the virtual environment.
        name: The program's name without an extension.

    Returns:
        The program's path, with `.exe` on Windows.
    """
    return programs_of(environment) / (f"{name}.exe" if _WINDOWS else name)
