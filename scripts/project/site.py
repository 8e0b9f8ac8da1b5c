"""Starts the build of the site in the project's own Python, whichever Python runs the command."""

import sys

from project.commands import run_status
from project.paths import ROOT, VENV, program


def build() -> None:
    """Leave the finished site in site/, unless it is already there. The environment has to be prepared.

    A build that fails leaves the last good site in place.

    Raises:
        SystemExit: The site can't be built; everything that is wrong, and what to do, has been printed.
    """
    status = run_status([program(VENV, "python"), "-m", "project.building"], cwd=ROOT / "scripts")
    if status != 0:
        sys.exit(status)
