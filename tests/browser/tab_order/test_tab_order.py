"""Where the Tab key leads, on each kind of page, from a telephone to a desk."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tab_stops import NARROW, WIDTHS, faults, focus, open_at, presses_to, walk
from the_page import CHOOSE, PUBLISH_SUBSCRIBE, RESULT, Visit, expect_outcome, expect_question, tree
from watch import Watch

KINDS = {
    "result": RESULT,
    "home": "",
    "pattern": PUBLISH_SUBSCRIBE,
    "guidance": "guidance/considerations/",
    "author": "authors/",
    "reference": "reference/tree-format/",
    "not-there": "no/such/page/",
    "choose": CHOOSE,
}


@pytest.mark.parametrize(
    "width", [width if width in (360, 1280) else pytest.param(width, marks=pytest.mark.long) for width in WIDTHS]
)
@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_seen_at_every_stop_and_leaves_the_page(visit: Visit, watch: Watch, kind: str, width: int) -> None:
    if kind == "not-there":
        watch.expected = ("404 (Not Found)",)
    page = open_at(visit, KINDS[kind], width)
    stops = walk(page)

    assert faults(stops) == []
    assert len(stops) >= 5
    assert len({stop["stop"] for stop in stops}) == len(stops)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_way_back_is_seen_as_well(visit: Visit, width: int) -> None:
    page = open_at(visit, CHOOSE, width)
    there = [stop["stop"] for stop in walk(page)]
    back: list[dict[str, Any]] = []
    for _ in there:
        page.keyboard.press("Shift+Tab")
        back.append(focus(page) or {})

    assert faults(back) == []
    assert [stop["stop"] for stop in reversed(back)] == there


def links_above_the_questions(page: Page) -> int:
    """Return how many links stand in the sentences above the questions; they are few."""
    count = page.locator("article > p a").evaluate_all(
        "(links) => links.filter((link) => link.compareDocumentPosition(document.querySelector('decision-tree'))"
        " & Node.DOCUMENT_POSITION_FOLLOWING).length"
    )
    assert count <= 3
    return count


class TestFirstAnswer:
    @pytest.mark.parametrize("width", NARROW)
    def test_it_is_near_on_a_narrow_screen(self, visit: Visit, width: int) -> None:
        page = open_at(visit, CHOOSE, width)
        contents = page.locator(".md-sidebar--secondary a").filter(visible=True).count()

        # Past the skip link, the menu, the colour scheme, the search, the contents, and the links above the questions.
        assert presses_to(page, "[data-answer='yes']") == 4 + contents + links_above_the_questions(page) + 1
        assert (contents == 0) == (width < 960)

    @pytest.mark.parametrize("width", WIDTHS)
    def test_the_skip_link_leads_to_it(self, visit: Visit, width: int) -> None:
        page = open_at(visit, CHOOSE, width)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        assert presses_to(page, "[data-answer='yes']") == links_above_the_questions(page) + 1


class TestColourScheme:
    @pytest.mark.parametrize("width", [360, 1280])
    @pytest.mark.parametrize("key", ["Enter", "Space"])
    def test_a_button_changes_it_and_the_next_has_the_focus(self, visit: Visit, width: int, key: str) -> None:
        page = open_at(visit, PUBLISH_SUBSCRIBE, width)
        page.get_by_role("button", name="Switch to light mode").focus()
        names: list[str] = []
        schemes: list[str] = []
        for _ in range(3):
            page.keyboard.press(key)
            names.append(page.evaluate("document.activeElement.ariaLabel"))
            schemes.append(page.evaluate("document.body.dataset.mdColorScheme"))
            assert faults([focus(page) or {}]) == []

        assert names == ["Switch to dark mode", "Switch to system preference", "Switch to light mode"]
        assert schemes == ["default", "slate", "default"]


def test_a_decision_is_made_with_keys_alone(visit: Visit) -> None:
    page = open_at(visit, CHOOSE, 360)
    presses_to(page, "[data-answer='no']")
    page.keyboard.press("Enter")
    expect_question(page, "business-acknowledgement")
    assert faults([focus(page) or {}]) == []
    presses_to(page, "[data-answer='no']")
    page.keyboard.press("Enter")
    expect_question(page, "recipients-known")
    presses_to(page, "[data-answer='no']")
    page.keyboard.press("Enter")

    expect_outcome(page, "publish-subscribe")
    assert faults([focus(page) or {}]) == []
    assert tree(page).locator(".fp-ask").evaluate("e => e === document.activeElement")
