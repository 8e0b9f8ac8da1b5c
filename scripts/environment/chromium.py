"""Chromium, which most browser tests control: found on this machine, or installed if that is simple."""

import os
import shutil
from pathlib import Path

from environment import debian, installed
from project.commands import output_of
from project.progress import StepError, skipped, step

VARIABLE = "CHROMIUM"
SHELL_VARIABLE = "CHROMIUM_HEADLESS_SHELL"

_SHELL = "chromium-headless-shell"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_USUAL_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)


def prepare() -> Path:
    """Return a browser that runs; install Debian's Chromium if necessary and possible.

    Returns:
        The path of a Chromium or Chrome.

    Raises:
        StepError: There is none, and it can't be installed from here.
    """
    chosen = installed.chosen(VARIABLE, "Chromium or Chrome")
    if chosen is not None:
        return chosen
    found = find()
    if found is not None:
        skipped(f"Browser ({found})")
        return found
    _install()
    found = find()
    if found is None:
        raise StepError("Chromium was installed, but it does not run.", _remedy())
    return found


def prepare_shell() -> Path | None:
    """Return Chromium's headless shell, which opens a page with half the work; install Debian's if possible.

    Returns:
        Its path. None if there is none, or if somebody has chosen a browser for the tests: it then opens all pages.
    """
    if os.environ.get(VARIABLE):
        return None
    if shutil.which(_SHELL) is None and debian.can_install() and output_of(["dpkg-query", "--show", "chromium-common"]):
        with step("Installing Debian's headless shell of Chromium for the browser tests"):
            debian.install_if_reachable(_SHELL)
    found = shutil.which(_SHELL)
    return Path(found) if found is not None and installed.runs(Path(found)) else None


def find() -> Path | None:
    """Return the first Chromium or Chrome on this machine that runs.

    Returns:
        Its path, or None.
    """
    return installed.first_that_runs(_NAMES, _USUAL_PLACES)


def _install() -> None:
    if not debian.can_install():
        raise StepError("The tests need Chromium or Chrome, and none was found.", _remedy())
    with step("Installing Debian's Chromium for the browser tests"):
        if not debian.update():
            raise StepError("The list of Debian packages could not be fetched.", _remedy())
        if not debian.install("chromium"):
            raise StepError("Chromium could not be installed.", _remedy())


def _remedy() -> str:
    return (
        "Install Chromium or Chrome (on Debian: sudo apt-get install chromium), "
        f"or set {VARIABLE} to the path of one, and run the command again. "
        "Only the tests need it: scripts/serve.py and scripts/build.py do not."
    )
