"""Firefox, which runs the core journeys of the tests: found on this machine, or Debian's, installed if possible."""

import os
import shutil
from pathlib import Path

from environment import debian
from project.commands import output_of
from project.progress import StepError, skipped, step

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
    chosen = os.environ.get(VARIABLE)
    if chosen:
        path = shutil.which(chosen)
        if path is None or not _runs(Path(path)):
            raise StepError(
                f"The variable {VARIABLE} names {chosen}, which does not run.",
                f"Set {VARIABLE} to the path of Firefox, or unset it so that the command looks for one.",
            )
        return Path(path)
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
    on_path = (shutil.which(name) for name in _NAMES)
    for candidate in (*on_path, *_USUAL_PLACES):
        if candidate is not None and Path(candidate).is_file() and _runs(Path(candidate)):
            return Path(candidate)
    return None


def _runs(browser: Path) -> bool:
    # Ubuntu's firefox may be a script that only names another package, so ask it for its version.
    return os.name == "nt" or output_of([browser, "--version"], timeout=30) is not None
