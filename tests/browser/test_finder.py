"""The finder: a reader chooses what matters, and sees what fits: by keyboard, by link and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from the_page import Visit, use

PATTERNS = "patterns/"
WIDTHS = (360, 1280)


def opened(visit: Visit, fragment: str = "", **options: object) -> Page:
    page = visit(f"{PATTERNS}{fragment}", **options)
    expect(controls(page)).to_be_visible()
    return page


def controls(page: Page) -> Locator:
    return page.get_by_role("group", name="Find patterns by what matters")


def fits(page: Page) -> Locator:
    return page.locator("outcome-finder").get_by_role("status")


def columns(page: Page) -> list[str]:
    heads = page.get_by_role("table", name="Comparison by quality").get_by_role("columnheader")
    return [head.replace("/\u200b", "/") for head in heads.all_inner_texts()][1:]


def group(page: Page, title: str) -> Locator:
    return controls(page).locator("summary", has_text=title)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_reader_finds_patterns_by_keyboard_alone(visit: Visit, width: int) -> None:
    page = opened(visit, viewport={"width": width, "height": 800})
    assert len(columns(page)) == 6
    expect(controls(page).get_by_role("button", name="Clear")).to_be_hidden()

    use(page, group(page, "Who starts"))
    use(page, page.get_by_role("checkbox", name="A requester"), "Space")
    expect(fits(page)).to_have_text(
        "3 of 6 patterns fit. Left out: Request/Response (asynchronous), Information push, Publish/Subscribe."
    )
    use(page, group(page, "Latency"))
    use(page, page.get_by_role("checkbox", name="At least 2 calls"), "Space")
    expect(page.get_by_role("checkbox", name="At least 2 calls")).to_be_focused()
    expect(fits(page)).to_be_in_viewport()
    assert columns(page) == ["Registry/Repository"]
    assert page.url.endswith("#fits?who-starts=requester&latency=two-calls")

    # Of one quality, one of several values is enough.
    use(page, page.get_by_role("checkbox", name="1 exchange"), "Space")
    assert len(columns(page)) == 3
    assert page.url.endswith("#fits?who-starts=requester&latency=one-exchange,two-calls")

    use(page, controls(page).get_by_role("button", name="Clear"))
    expect(group(page, "Who starts")).to_be_focused()
    expect(fits(page)).to_be_empty()
    assert len(columns(page)) == 6
    assert page.url.endswith("#fits")


def test_back_and_forward_go_from_choice_to_choice(visit: Visit) -> None:
    page = opened(visit)
    group(page, "Errors").click()
    page.get_by_label("It reaches every consumer").check()
    page.get_by_label("Not seen by the publisher").check()
    assert columns(page) == ["Shared repository", "Publish/Subscribe"]

    page.go_back()
    expect(page.get_by_label("Not seen by the publisher")).not_to_be_checked()
    assert columns(page) == ["Shared repository"]
    page.go_back()
    expect(page.get_by_label("It reaches every consumer")).not_to_be_checked()
    expect(page.get_by_label("It reaches every consumer")).to_be_visible()  # in the group that the reader has opened
    assert len(columns(page)) == 6
    page.go_forward()
    expect(fits(page)).to_contain_text("1 of 6 patterns fit.")

    page.get_by_role("link", name="Shared repository").last.click()
    expect(page.get_by_role("heading", name="Shared repository", level=1)).to_be_visible()
    page.go_back()
    expect(fits(page)).to_contain_text("1 of 6 patterns fit.")
    assert columns(page) == ["Shared repository"]


def test_a_link_opens_its_choice_and_says_what_is_no_longer_known(visit: Visit) -> None:
    page = opened(visit, "#fits?latency=channel,gone&price=low&who-starts=sender")

    assert columns(page) == ["Information push", "Publish/Subscribe"]
    expect(page.get_by_role("note", name="About this link")).to_contain_text("latency=gone, price=low")
    assert page.url.endswith("#fits?who-starts=sender&latency=channel")
    expect(controls(page)).to_be_in_viewport()

    page.get_by_label("A sender or publisher").uncheck()
    expect(page.get_by_role("note", name="About this link")).to_be_hidden()


def test_nothing_may_fit(visit: Visit) -> None:
    page = opened(visit, "#fits?who-starts=requester&business-acknowledgement=none")

    expect(fits(page)).to_contain_text("0 of 6 patterns fit. Left out: Request/Response (synchronous),")
    assert columns(page) == []


def test_a_link_to_another_part_of_the_page_leaves_the_choice(visit: Visit) -> None:
    page = opened(visit, "#fits?errors=watch")

    page.evaluate("window.before = document.querySelector('outcome-finder'); location.hash = 'how-to-choose'")
    page.wait_for_timeout(500)

    # Material's navigation would have fetched the page again.
    assert page.evaluate("before.isConnected")
    expect(fits(page)).to_contain_text("2 of 6 patterns fit.")


def test_a_page_opened_at_another_part_offers_nothing_to_clear(visit: Visit) -> None:
    page = opened(visit, "#how-to-choose")

    expect(controls(page).get_by_role("button", name="Clear")).to_be_hidden()
    assert len(columns(page)) == 6


def test_the_table_scrolls_in_a_box_of_its_own_on_a_narrow_screen(visit: Visit) -> None:
    page = opened(visit, viewport={"width": 360, "height": 800})
    box = page.locator(".fp-scroll")

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    expect(box).to_have_attribute("tabindex", "0")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.fp-scroll').scrollLeft > 0")
    # The names of the qualities stay in sight.
    name = page.get_by_role("rowheader", name="Who starts").bounding_box()
    assert name is not None
    assert name["x"] >= 0


def test_without_scripts_there_is_the_whole_table_and_no_control(visit: Visit) -> None:
    page = visit(PATTERNS, java_script_enabled=False)

    assert len(columns(page)) == 6
    expect(page.locator("outcome-finder .fp-find")).to_be_hidden()
    expect(page.get_by_role("rowheader", name="Latency")).to_be_visible()


def test_only_the_page_with_the_finder_fetches_its_script(visit: Visit) -> None:
    page = visit("patterns/shared-repository/")
    page.wait_for_load_state("networkidle")
    fetched = "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('finder.mjs')).length"
    assert page.evaluate(fetched) == 0

    page.get_by_role("link", name="Integration patterns compared").first.click()
    expect(controls(page)).to_be_visible()
    assert page.evaluate(fetched) == 1
