"""The browser that the tests control: found on this machine, or installed if that is simple."""

import os
import shutil
import sys
from pathlib import Path

from project.commands import output_of, run
from project.progress import StepError, skipped, step

VARIABLE = "CHROMIUM"

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
    chosen = os.environ.get(VARIABLE)
    if chosen:
        path = shutil.which(chosen)
        if path is None or not _runs(Path(path)):
            raise StepError(
                f"The variable {VARIABLE} names {chosen}, which does not run.",
                f"Set {VARIABLE} to the path of Chromium or Chrome, or unset it so that the command looks for one.",
            )
        return Path(path)
    found = find()
    if found is not None:
        skipped(f"Browser ({found})")
        return found
    _install()
    found = find()
    if found is None:
        raise StepError("Chromium was installed, but it does not run.", _remedy())
    return found


def find() -> Path | None:
    """Return the first Chromium or Chrome on this machine that runs.

    Returns:
        Its path, or None.
    """
    on_path = (shutil.which(name) for name in _NAMES)
    in_place = (str(Path(place).expanduser()) for place in _USUAL_PLACES)
    for candidate in (*on_path, *in_place):
        if candidate is not None and Path(candidate).is_file() and _runs(Path(candidate)):
            return Path(candidate)
    return None


def _runs(browser: Path) -> bool:
    # Ubuntu's chromium-browser may be a script that only names another package, so ask it for its version. Chrome for
    # Windows opens a window instead of printing its version; there, the file itself is enough.
    return os.name == "nt" or output_of([browser, "--version"], timeout=30) is not None


def _install() -> None:
    apt = shutil.which("apt-get")
    if not sys.platform.startswith("linux") or apt is None or os.geteuid() != 0:
        raise StepError("The tests need Chromium or Chrome, and none was found.", _remedy())
    with step("Installing Debian's Chromium for the browser tests"):
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run(
            [apt, "update"],
            problem="The list of Debian packages could not be fetched",
            remedy=_remedy(),
            extra_environment=quiet,
        )
        run(
            [apt, "install", "--yes", "--no-install-recommends", "chromium"],
            problem="Chromium could not be installed",
            remedy=_remedy(),
            extra_environment=quiet,
        )


def _remedy() -> str:
    return (
        "Install Chromium or Chrome (on Debian: sudo apt-get install chromium), "
        f"or set {VARIABLE} to the path of one, and run the command again. "
        "Only the tests need it: scripts/serve.py and scripts/build.py do not."
    )
