"""How many bytes a visitor fetches, as a host sends them."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from project.paths import SITE
from project.server import compressed

ASSETS = SITE / "assets" / "fingerpost"


def on_the_wire(path: Path) -> int:
    """Return a file's length as a host sends it: compressed, where hosts compress its kind."""
    content = path.read_bytes()
    return len(gzip.compress(content, 6, mtime=0)) if compressed(path) else len(content)


def wheel() -> str:
    """Return the name of the engine's wheel."""
    return json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))["wheel"]


def engine_weight() -> int:
    """Return what the engine takes at a first visit."""
    files = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))["files"]
    return sum(on_the_wire(ASSETS / name) for name in files)


def added_weight(page: str) -> int:
    """Return what a page and its own scripts and styles add to plain Material, without the engine."""
    html = (SITE / page).read_text(encoding="utf-8")
    scripts = {ASSETS / name for name in page_modules("element.mjs")}
    scripts |= set((SITE / "assets" / "javascripts").glob("*.mjs"))
    # Material's own styles stand in the same folder, with a digest in their names.
    sheets = (*ASSETS.glob("*.css"), *(SITE / "assets" / "stylesheets").glob("*.css"))
    styles = {ASSETS / "material-history.js", *(path for path in sheets if path.name.count(".") == 1)}
    without = re.sub(r'<div class="fp">.*?</decision-tree></div>', "", html, flags=re.DOTALL)
    in_page = len(gzip.compress(html.encode(), 6)) - len(gzip.compress(without.encode(), 6))
    return in_page + sum(on_the_wire(path) for path in scripts | styles)


def page_modules(entry: str) -> set[str]:
    """Return the modules that a page loads before the engine starts."""
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            text = (ASSETS / name).read_text(encoding="utf-8")
            waiting += re.findall(r'^import .*?"\./([\w.-]+)";', text, flags=re.MULTILINE)
    return found
