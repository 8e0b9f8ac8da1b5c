"""A gallery for people: every page and kind of state, at three widths, in both schemes, in forced colours, printed.

The pictures are in test-results/gallery/, which git ignores. Open them, judge them, fix what they show.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from looks import LOOKS, STATES, Look, settle
from project.paths import ROOT

GALLERY = ROOT / "test-results" / "gallery"
SITE = ROOT / "site"


def pages() -> dict[str, str]:
    """Return the address of every page and state by the name of its pictures."""
    found = {
        folder.relative_to(SITE).as_posix().replace("/", "-"): f"{folder.relative_to(SITE).as_posix()}/"
        for folder in (path.parent for path in sorted(SITE.rglob("index.html")))
        if folder != SITE
    }
    return {"home": "", **found, **{f"choose-{name}": address for name, address in STATES.items()}}


@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_page_is_photographed_and_none_is_wider_than_its_window(visit: Callable[..., Page], look: Look) -> None:
    page = visit("", viewport={"width": look.width, "height": 900}, **look.options)
    home = page.url
    too_wide: list[str] = []
    for name, address in pages().items():
        page.goto("about:blank")
        page.goto(home + address)
        settle(page, look)
        if page.evaluate("document.documentElement.scrollWidth") > look.width:
            too_wide.append(name)
        page.screenshot(path=_picture(name, look), full_page=True, animations="disabled")

    assert too_wide == []


def _picture(name: str, look: Look) -> Path:
    return GALLERY / look.name / f"{name}.png"
