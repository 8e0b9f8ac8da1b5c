"""What keeps every program from its work, whatever it was doing: no room, or folders that can't be written to."""

import errno
import os
import shutil
import tempfile
from pathlib import Path

from project.paths import ROOT

_NEEDED = 2_000_000_000
"""The bytes that the environment and the built site take."""

_LEAST = 100_000_000
"""With fewer bytes left, a program that failed has most likely found no room."""

_ROOM = f"Make room: the environment and the site take {_NEEDED // 1_000_000_000} GB. Then run the command again."


def hindrance() -> str:
    """Return what may have made a program fail, with its remedy; empty if nothing is known."""
    places = (ROOT, Path(tempfile.gettempdir()), Path.home())
    for place in places:
        free = _free(place)
        if free is not None and free < _LEAST:
            return f"The disk of {place} has only {free // 1_000_000} MB left. {_ROOM}"
    for place in places:
        if place.is_dir() and not os.access(place, os.W_OK):
            return f"{place} can't be written to. {_owned(place)}"
    return ""


def remedy_of(error: OSError) -> str:
    """Return how to fix an error of the system.

    Args:
        error: The error.
    """
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk is full. {_ROOM}"
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _owned(ROOT)
    if isinstance(error, FileNotFoundError):
        return (
            "If the file belongs to the repository, restore it. If it is below .cache or node_modules, delete that "
            "folder, and run the command again."
        )
    return "Check that the folder can be written to and that the disk has room."


def _owned(place: Path) -> str:
    if place != ROOT:
        return f"Set {'HOME' if place == Path.home() else 'TMPDIR'} to a folder of yours, and run the command again."
    return (
        "Check that the folder can be written to: the commands write only into the repository's own. Clone it into a "
        f'folder of yours, or make this one yours: sudo chown -R "$USER" "{ROOT}"'
    )


def _free(place: Path) -> int | None:
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return None
