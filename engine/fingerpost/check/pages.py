"""The files of the pages that explain outcomes."""

from __future__ import annotations

import posixpath
from pathlib import Path


def is_inside(page: str, docs_dir: Path) -> bool:
    """Return whether a path leads to a file below the documentation folder, with symbolic links followed."""
    if "\\" in page or posixpath.isabs(page):
        return False
    try:
        return (docs_dir / page).resolve().is_relative_to(docs_dir.resolve())
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Return whether a file exists."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        # A name too long for the file system is no file either.
        return False
