"""Copies of the built site for browser tests; their files are those of the site, wherever the system can link them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from pathlib import Path

from project.paths import SITE

_INDEX = Path("search", "search_index.json")


def copy_site(folder: Path) -> None:
    """Copy the site into a new folder."""
    shutil.copytree(SITE, folder, copy_function=_link)


def copy_with_little_search(folder: Path) -> None:
    """Copy the site into a new folder, with a search that knows only the first page.

    Every page reads its whole index again for the search, which is more work than the rest of the page.
    """
    copy_site(folder)
    index = json.loads((SITE / _INDEX).read_text(encoding="utf-8"))
    (folder / _INDEX).unlink()  # a link to the site's own
    (folder / _INDEX).write_text(json.dumps({**index, "docs": index["docs"][:1]}), encoding="utf-8")


def publish_another_build(folder: Path) -> None:
    """Change a page of a copied site, and its service worker as a build would."""
    page, worker = folder / "about" / "index.html", folder / "service-worker.js"
    changed = page.read_text(encoding="utf-8").replace("<h1 ", "<h1 data-new ")
    digest = hashlib.sha256(changed.encode()).hexdigest()[:32]
    text = worker.read_text(encoding="utf-8")
    text = re.sub(r'("about/index.html": )"[0-9a-f]+"', rf'\1"{digest}"', text)
    text = re.sub(r'const BUILD = "[0-9a-f]+"', 'const BUILD = "00aa"', text)
    for file, content in ((page, changed), (worker, text)):
        file.unlink()  # may be a link to the site's own
        file.write_text(content, encoding="utf-8", newline="")


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy(source, target)
