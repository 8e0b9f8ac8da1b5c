"""Makes the browser's files in the project's own Python, whichever Python runs the command."""

import sys

from project.commands import run_status
from project.paths import ROOT, VENV, program


def build() -> None:
    """Make the browser's files, unless they are up to date. The environment has to be prepared.

    Raises:
        SystemExit: They can't be made; every fault, and how to fix it, has been printed.
    """
    status = run_status([program(VENV, "python"), "-m", "runtime"], cwd=ROOT / "scripts")
    if status != 0:
        sys.exit(status)
