"""Measures the bytes that a visitor fetches, as a host sends them."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from project.paths import SITE
from site_server import compressed

ASSETS = SITE / "assets" / "fingerpost"


def on_the_wire(path: Path) -> int:
    """Return a file's length as a host sends it: compressed, if hosts compress its kind."""
    content = path.read_bytes()
    return len(gzip.compress(content, 6, mtime=0)) if compressed(path) else len(content)


def wheel() -> str:
    """Return the name of the engine's wheel."""
    return json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))["wheel"]


def engine_weight() -> int:
    """Return the number of bytes that the engine takes on a first visit."""
    files = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))["files"]
    return sum(on_the_wire(ASSETS / name) for name in files)


def added_weight(page: str) -> int:
    """Return the bytes of a page beyond plain Material with the same words, without the engine and the typeface.

    They are all of the site's own scripts and styles, and the parts of the page's HTML for them: the page element with
    the tree as data, the listing's attributes for the element, and the site's additions to every page. The words of the
    listing, the links to the tree's files and the picture of the tree are not counted, since any page with this content
    would have them.
    """
    html = (SITE / page).read_text(encoding="utf-8")
    without = re.sub("|".join(_OURS), "", html, flags=re.DOTALL)
    in_page = len(gzip.compress(html.encode(), 6)) - len(gzip.compress(without.encode(), 6))
    return in_page + sum(on_the_wire(ASSETS / name) for name in ("site.mjs", "site.css", "material-history.js"))


# In a page's HTML. Material itself has no templates, no manifest and no policy.
_OURS = (
    r'<div class="fp">.*?</decision-tree></div>',
    r"<template.*?</template>",
    r'<span class="fp-anchor.*?</span>',
    r'<meta (?:http-equiv="Content-Security-Policy"|name="theme-color"|property="og:|name="twitter:)[^>]*>',
    r'<link rel="(?:preload|manifest|apple-touch-icon|alternate describedby)"[^>]*>',
    r'<script type="application/ld\+json">.*?</script>',
    r'<(?:link|script)[^>]* (?:href|src)="[^"]*assets/fingerpost/[^>]*>',
)
