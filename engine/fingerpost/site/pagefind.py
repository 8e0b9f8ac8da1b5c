"""Fits pages to Pagefind, the search of MaterialX, which reads the built pages."""

from __future__ import annotations

import html
import re
from typing import Final

_SEARCHED: Final = "data-pagefind-body"
_LEFT_OUT: Final = re.compile(r"(<[a-z][^<>]*\sdata-search-exclude)(?=[\s>])", re.IGNORECASE)
_HEADING: Final = re.compile(r'(<h[1-6](?:\s[^<>]*)?\sid=")([^"]+)', re.IGNORECASE)


def fitted(page: str) -> str:
    """Return a page in which Pagefind finds each question in its place, and not the controls of a tree.

    Args:
        page: The HTML of a page of any theme. If Pagefind does not read it, nothing is changed.
    """
    if _SEARCHED not in page:
        return page
    return _HEADING.sub(_with_bare_ampersands, _LEFT_OUT.sub(r"\1 data-pagefind-ignore", page))


def _with_bare_ampersands(heading: re.Match[str]) -> str:
    """Return the start of a heading. Pagefind ignores a heading with an entity in its id, and browsers need none."""
    bare = heading[2].replace("&amp;", "&")
    return heading[1] + (bare if html.unescape(bare) == html.unescape(heading[2]) else heading[2])
