"""WebKitGTK, in which the tests take one way through the site: the engine of Safari, but not Safari itself."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from environment import debian
from project.progress import skipped, step

PACKAGES = ("webkit2gtk-driver", "xvfb")

INSTALL = f"sudo apt-get install {' '.join(PACKAGES)}"
"""The command that installs it on Debian and Ubuntu, for messages."""


@dataclass(frozen=True)
class WebKit:
    """The programs of WebKitGTK.

    Attributes:
        driver: The driver, which speaks WebDriver.
        browser: The small browser that it drives.
        screen: The X server without a screen that the browser draws on.
    """

    driver: Path
    browser: Path
    screen: Path


def prepare() -> None:
    """Install Debian's WebKitGTK if necessary and possible; without it the test of it says why it is skipped."""
    if find() is not None:
        skipped("WebKitGTK")
    elif debian.can_install():
        with step("Installing Debian's WebKitGTK for the browser tests"):
            debian.install_if_reachable(*PACKAGES)


def find() -> WebKit | None:
    """Return WebKitGTK with all that it requires, or None."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    # The browser is beside the library, whose folder is named after the processor and the version.
    browsers = sorted(Path("/usr").glob("lib*/*/webkit2gtk-4*/MiniBrowser"))
    if driver is None or screen is None or not browsers:
        return None
    return WebKit(Path(driver), browsers[-1], Path(screen))
