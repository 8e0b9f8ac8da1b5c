"""A site as `fingerpost new --site` starts it, built as its own README says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from fingerpost.cli import main


def build_new_site(folder: Path, *, change: Callable[[Path], object] | None = None) -> Path:
    """Start a site in a new folder, build it, and return the folder of the built site.

    Args:
        folder: The folder.
        change: Changes the site before it is built, as its authors would.
    """
    assert main(["new", str(folder), "--site"]) == 0
    if change is not None:
        change(folder)
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, **quiet})
    return folder / "site"


def turn_engine_off(folder: Path) -> None:
    """Set the option of the plugin in the settings of a new site."""
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count("- fingerpost ") == 1
    settings.write_text(text.replace("- fingerpost ", "- fingerpost: {engine: false} "), encoding="utf-8")
