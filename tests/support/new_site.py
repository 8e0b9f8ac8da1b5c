"""A site as `fingerpost new --site` starts it, built as its own README says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from fingerpost.cli import main
from runtime.bundles import write_for_pages


def build_new_site(folder: Path, *, engine: bool = True, change: Callable[[Path], object] | None = None) -> Path:
    """Start a site in a folder that is not there yet, build it, and return the folder of the built site.

    Args:
        folder: The folder.
        engine: Whether the engine runs in its pages.
        change: What its authors change in it before they build it.
    """
    assert main(["new", str(folder), "--site"]) == 0
    if change is not None:
        change(folder)
    if not engine:
        # Without a service worker, too: it would refuse the script that takes the place of the one it names.
        settings = folder / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("- fingerpost", "- fingerpost: {offline: false}"), encoding="utf-8")
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, **quiet})
    site = folder / "site"
    if not engine:
        manifest = folder / "manifest.mjs"
        manifest.write_text("export const manifest = { files: {} };\n", encoding="utf-8")
        write_for_pages(folder, manifest)
        (folder / "fingerpost.mjs").replace(site / "assets" / "fingerpost" / "site.mjs")
    return site
