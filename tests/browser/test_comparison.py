"""The comparison below a state: the outcomes that are still possible, side by side."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from the_page import RESULT, Visit, ready, state, tree, use

SEVERAL = state({"proactive-request": "unsure", "care-setting": "yes", "location-known": "no"})


def compared(page: Page) -> list[str]:
    """Open the comparison with the keyboard, and return the names of its columns."""
    panel = tree(page).locator("[data-panel='qualities']")
    use(page, panel.locator("summary"))
    table = panel.get_by_role("table", name="Comparison by quality")
    expect(table.get_by_role("rowheader", name="Who holds the data")).to_be_visible()
    return [head.replace("/\u200b", "/") for head in table.get_by_role("columnheader").all_inner_texts()]


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_still_possible_stands_side_by_side(visit: Visit, width: int) -> None:
    page = ready(visit, SEVERAL, viewport={"width": width, "height": 800})

    names = compared(page)

    assert names[:2] == ["Quality", "Request/Response (synchronous)"]
    assert len(names) == 6
    assert page.evaluate("document.documentElement.scrollWidth") == width
    box = tree(page).locator(".fp-scroll")
    if width == 360:
        expect(box).to_have_attribute("tabindex", "0")
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.fp-panels .fp-scroll').scrollLeft > 0")
    use(page, box.get_by_role("link", name="Request/Response (asynchronous)"))
    expect(page.get_by_role("heading", name="Request/Response (asynchronous)", level=1)).to_be_visible()


def test_a_result_shows_what_to_expect_of_it(visit: Visit) -> None:
    page = ready(visit, RESULT)

    assert compared(page) == ["Quality", "Publish/Subscribe"]
    expect(tree(page).locator("[data-panel='qualities'] > summary")).to_have_text(
        "What to expect from Publish/Subscribe"
    )
