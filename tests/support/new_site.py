"""A site as `fingerpost new --site` starts it, built as its own README says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from fingerpost.cli import main

PYODIDE = Path(__file__).parents[2] / "node_modules" / "pyodide"


def build_new_site(folder: Path, *, pyodide: bool = True, change: Callable[[Path], object] | None = None) -> Path:
    """Start a site in a folder that is not there yet, build it, and return the folder of the built site.

    Args:
        folder: The folder.
        pyodide: Whether the engine runs in its pages.
        change: What its authors change in it before they build it.
    """
    assert main(["new", str(folder), "--site"]) == 0
    if change is not None:
        change(folder)
    assets = ["assets", str(folder / "docs" / "assets" / "fingerpost")]
    assert main([*assets, "--pyodide", str(PYODIDE)] if pyodide else assets) == 0
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, **quiet})
    return folder / "site"
