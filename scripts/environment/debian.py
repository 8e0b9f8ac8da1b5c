"""Debian's packages of browsers, for the tests: installed as root, and without a long wait for those they may lack."""

import os
import shutil
import sys

from project.commands import run_status

# A machine without a network must not wait for a browser that the tests can do without.
_NOT_WAITING = ("-o", "Acquire::http::Timeout=10", "-o", "Acquire::https::Timeout=10", "-o", "Acquire::Retries=0")


def can_install() -> bool:
    """Return whether this process may install packages of Debian or of a system that is made of them."""
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None and os.geteuid() == 0


def update(*options: str) -> bool:
    """Fetch the lists of packages; return whether that succeeded."""
    return _apt("update", *options)


def install(*arguments: str) -> bool:
    """Install packages with what they require and no more; return whether that succeeded."""
    return _apt("install", *arguments)


def install_if_reachable(*packages: str) -> bool:
    """Install packages that the tests can do without, where a mirror answers within seconds.

    Args:
        packages: Their names.

    Returns:
        Whether they are installed now.
    """
    if install(*packages, *_NOT_WAITING):
        return True
    return update(*_NOT_WAITING) and install(*packages, *_NOT_WAITING)


def _apt(*arguments: str) -> bool:
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    return run_status(["apt-get", "--yes", "--no-install-recommends", *arguments], extra_environment=quiet) == 0
