"""The addresses of pages: the links from one page to another, however the builder publishes them."""

from __future__ import annotations

import posixpath
from typing import Final

_MARKDOWN: Final = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings of the files that builders turn into pages."""


def relative_address(page: str, target: str, *, directory_urls: bool) -> str:
    """Return the address of one page as seen from another.

    Args:
        page: The page that has the link, relative to the documentation folder, for instance `choose/index.md`.
        target: The page or other file linked to, in the same form.
        directory_urls: Whether `a/b.md` is published as `a/b/` rather than `a/b.html`.
    """
    here = _address(page, directory_urls=directory_urls)
    there = _address(target, directory_urls=directory_urls)
    folder = here if here.endswith("/") else posixpath.dirname(here)
    relative = posixpath.relpath("/" + there, "/" + folder)
    return relative + "/" if there.endswith("/") or there == "" else relative


def _address(path: str, *, directory_urls: bool) -> str:
    folder, name = posixpath.split(path)
    stem, ending = posixpath.splitext(name)
    if ending.lower() not in _MARKDOWN:
        return path
    is_index = stem in ("index", "README")
    if not directory_urls:
        return posixpath.join(folder, "index.html" if is_index else f"{stem}.html")
    parts = [part for part in (folder, "" if is_index else stem) if part]
    return "/".join(parts) + "/" if parts else ""
