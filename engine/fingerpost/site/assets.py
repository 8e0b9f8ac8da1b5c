"""Copies the files that pages with a tree load into a site, for builders other than MkDocs."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from fingerpost.site import browser_files

if TYPE_CHECKING:
    from pathlib import Path


def write_assets(folder: Path) -> list[str]:
    """Write everything that pages with a tree load.

    Args:
        folder: The folder to write to; created if it does not exist.

    Returns:
        The names of the files, sorted.

    Raises:
        BrowserFilesMissingError: This installation lacks them.
    """
    source = browser_files.folder()
    shutil.copytree(source, folder, dirs_exist_ok=True)
    return sorted(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
