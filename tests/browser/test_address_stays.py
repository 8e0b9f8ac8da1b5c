"""A browser that does not let a page change its address: the answers count, and the reader is told once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from the_page import CHOOSE, Visit, answer, expect_outcome, expect_question, tree

WAYS = {
    "throws": "() => { throw new DOMException('refused by the test', 'SecurityError'); }",
    # As Chromium does after 200 changes within 30 seconds.
    "ignores": "() => {}",
}


@pytest.mark.parametrize("way", WAYS)
def test_answers_count_all_the_same_and_that_is_told_once(visit: Visit, way: str) -> None:
    page = visit("about/")
    page.add_init_script(f"History.prototype.pushState = {WAYS[way]};")
    site = page.url.removesuffix("about/")
    page.goto(site + CHOOSE)
    told = tree(page).locator(".fp-toast").filter(has_text="Your browser does not let this page change its address.")

    answer(page, "no")
    expect_question(page, "business-acknowledgement")
    expect(told).to_be_visible()
    answer(page, "no")
    expect_question(page, "recipients-known")
    expect(told).to_have_count(0)
    answer(page, "yes")
    expect_outcome(page, "information-push")
    assert page.url == site + CHOOSE

    # An address that the reader chooses counts again.
    page.evaluate("location.hash = 'integration-pattern?proactive-request=yes'")
    expect_question(page, "care-setting")
    answer(page, "no")
    expect_question(page, "repository-mandate")

    page.get_by_role("link", name="Patterns", exact=True).first.click()
    page.wait_for_url(site + "patterns/")
    page.locator("outcome-finder summary").first.click()
    page.locator("outcome-finder").get_by_role("checkbox").first.check()
    expect(page.get_by_text("so no link leads to your choice")).to_be_visible()
    expect(page.locator("outcome-finder").get_by_role("status")).to_contain_text("of 6 patterns fit")
