"""Where a browser lacks something, the theme would ask other origins for it: it never does, and goes on working."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from the_page import Visit
from watch import Watch

pytestmark = pytest.mark.whole_search


def search(page: Page) -> None:
    """Use the search, which is the theme's own."""
    page.locator("[name=query]").fill("broadcast")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_without_observers_of_sizes_the_theme_works_and_asks_nobody(visit: Visit) -> None:
    # The fixture fails for a request to another origin, for an attempt that the policy refuses, and for an error.
    page = visit("about/")
    page.add_init_script("delete window.ResizeObserver;")
    page.reload()

    search(page)
    page.keyboard.press("Escape")
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Patterns", exact=True).first.click()
    expect(page).to_have_url(re.compile("/patterns/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("pattern", re.IGNORECASE))
    assert page.evaluate("window.same")


def test_a_spoilt_setting_of_the_theme_stops_nothing(visit: Visit, watch: Watch) -> None:
    watch.expected = ("in JSON at position",)  # one of the theme's scripts in the page has no catch
    page = visit("about/")
    page.get_by_role("button", name="Switch to light mode").click()
    page.evaluate("() => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{'); }")

    page.reload()
    search(page)
