"""The Tab key in the search."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tab_stops import WIDTHS, faults, focus, open_at, presses_to
from the_page import PUBLISH_SUBSCRIBE, Visit

pytestmark = pytest.mark.whole_search

UNCHANGED = """(selector) => new Promise((resolve) => {
  const wait = () => setTimeout(() => { observer.disconnect(); resolve(); }, 500);
  let waiting = wait();
  const observer = new MutationObserver(() => { clearTimeout(waiting); waiting = wait(); });
  observer.observe(document.querySelector(selector), { childList: true, subtree: true });
})"""
"""Resolves when a part of the page has not changed for half a second."""


class TestSearch:
    @pytest.mark.parametrize("width", WIDTHS)
    def test_tab_goes_over_it_and_opens_nothing(self, visit: Visit, width: int) -> None:
        page = open_at(visit, PUBLISH_SUBSCRIBE, width)
        presses_to(page, ".search-open, [name=query]")
        page.wait_for_timeout(50)  # Material opens it a moment after its field has the focus
        assert page.evaluate("document.activeElement.ariaLabel") == "Search"
        expect(page.locator("#__search")).not_to_be_checked()
        page.keyboard.press("Tab")

        # The empty search has no further stop.
        assert not page.evaluate("document.activeElement.closest('[data-md-component=search]')")

    @pytest.mark.parametrize("width", WIDTHS)
    def test_typing_opens_it_tab_goes_through_the_results_and_escape_gives_the_focus_back(
        self, visit: Visit, width: int
    ) -> None:
        page = open_at(visit, PUBLISH_SUBSCRIBE, width)
        start = page.locator(".search-open" if width < 960 else "[name=query]")
        start.focus()
        if width < 960:
            page.keyboard.press("Enter")
            expect(page.locator("[name=query]")).to_be_focused()
            expect(start).to_have_attribute("aria-expanded", "true")
        page.keyboard.type("acknowledgement")
        expect(page.locator("#__search")).to_be_checked()
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        # Each letter brings results of its own, which take the place of those before.
        page.evaluate(UNCHANGED, ".md-search-result")
        stops: list[dict[str, Any]] = []
        for _ in range(3):
            page.keyboard.press("Tab")
            stops.append(focus(page) or {})
        assert faults(stops) == []
        assert page.evaluate("document.activeElement.matches('.md-search-result__link')")
        page.keyboard.press("Escape")

        expect(page.locator("#__search")).not_to_be_checked()
        expect(start).to_be_focused()

    @pytest.mark.parametrize("width", [360, 1280])
    def test_leaving_it_closes_it(self, visit: Visit, width: int) -> None:
        page = open_at(visit, PUBLISH_SUBSCRIBE, width)
        page.locator(".search-open" if width < 960 else "[name=query]").click()
        expect(page.locator("#__search")).to_be_checked()
        page.keyboard.press("Tab")

        expect(page.locator("#__search")).not_to_be_checked()
        assert faults([focus(page) or {}]) == []

    def test_the_button_to_clear_it_is_there_once_something_is_written(self, visit: Visit) -> None:
        page = open_at(visit, PUBLISH_SUBSCRIBE, 1280)
        field = page.locator("[name=query]")
        field.focus()
        page.keyboard.type("push")
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Clear")).to_be_focused()
        page.keyboard.press("Enter")

        expect(field).to_be_focused()
        expect(field).to_have_value("")
        expect(page.locator(".md-search-result__link")).to_have_count(0)

    def test_enter_opens_it_and_sends_nothing(self, visit: Visit) -> None:
        page = open_at(visit, PUBLISH_SUBSCRIBE, 1280)
        page.locator("[name=query]").focus()
        page.keyboard.press("Enter")

        expect(page.locator("#__search")).to_be_checked()
        assert page.url.endswith(PUBLISH_SUBSCRIBE)

    def test_a_button_closes_it_on_a_narrow_screen(self, visit: Visit) -> None:
        page = open_at(visit, PUBLISH_SUBSCRIBE, 360)
        page.get_by_role("button", name="Search").click()
        page.keyboard.press("Shift+Tab")
        expect(page.get_by_role("button", name="Close search")).to_be_focused()
        assert faults([focus(page) or {}]) == []
        page.keyboard.press("Enter")

        expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
