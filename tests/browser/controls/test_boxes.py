"""Boxes that scroll: the arrow keys move what is in each, as a reader without a pointer moves it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from the_page import CHOOSE, Visit, ready, state
from the_plan import TWO, with_plan

NARROW = {"viewport": {"width": 360, "height": 740}}


def expect_to_scroll(page: Page, box: Locator) -> None:
    """Move a box with the keyboard."""
    expect(box).to_have_attribute("tabindex", "0")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    for _ in range(50):
        if box.evaluate("box => box.scrollLeft > 0"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{box} does not scroll")


@pytest.mark.parametrize(
    ("address", "box"),
    [
        ("patterns/registry-repository/", ".seq-scroll"),
        ("reference/tree-format/", ".md-typeset__scrollwrap[tabindex]"),
        ("authors/findings/", ".highlight code[tabindex]"),
        ("patterns/", ".fp-scroll"),
    ],
)
def test_of_a_page(visit: Visit, address: str, box: str) -> None:
    page = visit(address, **NARROW)

    expect_to_scroll(page, page.locator(box).filter(visible=True).first)


def test_of_the_picture_of_a_large_tree(visit: Visit) -> None:
    page = visit("authors/trees/two-trees/", viewport={"width": 1000, "height": 740})

    expect_to_scroll(page, page.locator(".fp-map-scroll[tabindex]").filter(visible=True).first)


def test_of_the_qualities_beside_each_other(visit: Visit) -> None:
    page = ready(visit, state({"proactive-request": "unsure"}), **NARROW)
    page.locator("[data-panel='qualities'] > summary").click()

    expect_to_scroll(page, page.locator("[data-panel='qualities'] .fp-scroll"))


def test_of_the_picture_of_a_plan(visit: Visit) -> None:
    page = with_plan(visit, TWO, viewport=NARROW["viewport"])

    expect_to_scroll(page, page.locator(".fp-plan-scroll"))


def test_of_nothing_on_the_page_with_the_questions(visit: Visit) -> None:
    page = ready(visit, CHOOSE, **NARROW)

    assert page.evaluate("document.documentElement.scrollWidth") == 360
