"""How many bytes a visitor fetches. Times are measured by scripts/bench.py and are no tests."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from project.paths import SITE
from project.server import compressed

ASSETS = SITE / "assets" / "fingerpost"


def on_the_wire(path: Path) -> int:
    """Return a file's length as a host sends it: compressed, where hosts compress its kind."""
    content = path.read_bytes()
    return len(gzip.compress(content, 6, mtime=0)) if compressed(path) else len(content)


def test_the_engine_takes_at_most_3_7_megabytes() -> None:
    files = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))["files"]

    assert sum(on_the_wire(ASSETS / name) for name in files) <= 3_700_000


def test_the_part_that_is_ours_takes_at_most_600_kilobytes() -> None:
    assert sum(on_the_wire(ASSETS / name) for name in ("python_stdlib.zip", "engine.zip")) <= 600_000


@pytest.mark.parametrize("page", ["index.html", "choose/index.html", "patterns/publish-subscribe/index.html"])
def test_a_page_adds_at_most_30_kilobytes_of_ours(page: str) -> None:
    html = (SITE / page).read_text(encoding="utf-8")
    scripts = {SITE / "assets" / "fingerpost" / name for name in page_modules("element.mjs")}
    scripts |= set((SITE / "assets" / "javascripts").glob("*.mjs"))
    styles = {ASSETS / "fingerpost.css", SITE / "assets" / "stylesheets" / "site.css", ASSETS / "material-history.js"}
    without = re.sub(r'<div class="fp">.*?</decision-tree></div>', "", html, flags=re.DOTALL)
    in_page = len(gzip.compress(html.encode(), 6)) - len(gzip.compress(without.encode(), 6))

    assert in_page + sum(on_the_wire(path) for path in scripts | styles) <= 30_000


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
