"""Browsers that are on this machine: the one that somebody has chosen, or the first that runs."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from project.commands import output_of
from project.progress import StepError


def chosen(variable: str, title: str) -> Path | None:
    """Return the browser that an environment variable names; None if it is not set.

    Args:
        variable: The variable.
        title: The name of the browser, for the message.

    Raises:
        StepError: The variable names a program that does not run.
    """
    named = os.environ.get(variable)
    if not named:
        return None
    path = shutil.which(named)
    if path is None or not runs(Path(path)):
        raise StepError(
            f"The variable {variable} names {named}, which does not run.",
            f"Set {variable} to the path of {title}, or unset it so that the command looks for one.",
        )
    return Path(path)


def first_that_runs(names: Iterable[str], places: Iterable[str]) -> Path | None:
    """Return the first browser on this machine that runs, or None.

    Args:
        names: The names of its programs, which may be on the path.
        places: The paths where it usually is on systems that have no such path.
    """
    on_path = (shutil.which(name) for name in names)
    in_place = (str(Path(place).expanduser()) for place in places)
    for candidate in (*on_path, *in_place):
        if candidate is not None and Path(candidate).is_file() and runs(Path(candidate)):
            return Path(candidate)
    return None


def runs(browser: Path) -> bool:
    """Return whether a browser runs.

    Ubuntu's chromium-browser and firefox may be scripts that only name another package, so each is asked for its
    version. Chrome for Windows opens a window instead of printing it; there, the file itself is enough.
    """
    return os.name == "nt" or output_of([browser, "--version"], timeout=30) is not None
