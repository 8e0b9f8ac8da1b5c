"""Firefox, which runs the core journeys of the tests: found on this machine, or Debian's, installed if possible."""

from pathlib import Path

from environment import debian, installed
from project.progress import skipped, step

VARIABLE = "FIREFOX"

INSTALL = "sudo apt-get install firefox-esr"
"""The command that installs it on Debian, for messages."""

_NAMES = ("firefox-esr", "firefox")
_USUAL_PLACES = ("/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe")


def prepare() -> Path | None:
    """Return a Firefox that runs; install Debian's long-term release if necessary and possible.

    Returns:
        Its path. None if there is none: the tests in Firefox then say why they are skipped.

    Raises:
        StepError: The variable names a program that does not run.
    """
    chosen = installed.chosen(VARIABLE, "Firefox")
    if chosen is not None:
        return chosen
    found = find()
    if found is None and debian.can_install():
        with step("Installing Debian's Firefox for the browser tests"):
            debian.install_if_reachable("firefox-esr")
        return find()
    if found is not None:
        skipped(f"Firefox ({found})")
    return found


def find() -> Path | None:
    """Return the first Firefox on this machine that runs, or None."""
    return installed.first_that_runs(_NAMES, _USUAL_PLACES)
