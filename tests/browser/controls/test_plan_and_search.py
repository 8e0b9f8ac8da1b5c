"""Controls of a plan and of the search that no journey needs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from site_server import Reply, SiteServer
from the_page import PUBLISH_SUBSCRIBE, Visit, answer, expect_question, tree
from the_plan import OPEN, PLAN, TWO, expect_needs, need, plan_of, row, store, stored, wait_for_plan, with_plan
from watch import FAULTS_OF_THE_ENGINE, Watch


def test_a_step_is_ticked_and_the_information_is_named(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    first = row(page, "Tell the practice")

    first.locator("[data-plan-fold='steps'] > summary").click()
    first.locator("[data-plan-step]").first.check()
    first.locator("[data-plan-field='information']").fill("Discharge letter")
    expect(first.locator("[data-plan-fold='steps'] > summary")).to_contain_text("1 of")
    page.reload()
    wait_for_plan(page)

    kept = stored(page)["needs"][0]
    assert kept["information"] == "Discharge letter"
    assert len(kept["steps"]) == 1


def test_the_plan_is_printed_with_everything_in_it(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    expect_needs(page, "Tell the practice", "Look up the record")
    page.evaluate(
        "window.print = () => { window.printed = document.querySelector('decision-plan .fp-print').textContent; }"
    )

    page.get_by_role("button", name=re.compile("Print")).click()

    page.wait_for_function("() => window.printed")
    assert "Tell the practice" in page.evaluate("window.printed")


def test_a_plan_whose_engine_did_not_start_tries_again(visit: Visit, server: SiteServer, watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = lambda path: Reply(404) if path.endswith(".wasm") else None
    page = visit("about/")
    store(page, TWO)
    page.goto(server.address + PLAN)
    expect(page.locator("decision-plan")).to_have_attribute("engine", "failed", timeout=60_000)
    server.intercept = None

    page.locator("decision-plan").get_by_role("button", name="Try again").click()

    wait_for_plan(page)
    expect_needs(page, "Tell the practice", "Look up the record")


def test_an_unfinished_need_is_saved_and_left_by_its_bar(visit: Visit) -> None:
    page = with_plan(visit, plan_of(need("one", "Tell the practice", OPEN)))
    row(page, "Tell the practice").locator("[data-action='plan-answers']").click()
    expect_question(page, "business-acknowledgement")
    bar = tree(page).locator(".fp-plan-bar")
    answer(page, "no")
    expect_question(page, "recipients-known")

    bar.get_by_role("button", name="Save to the plan").click()

    wait_for_plan(page)
    expect(row(page, "Tell the practice")).to_contain_text("Publish/Subscribe")
    row(page, "Tell the practice").locator("[data-action='plan-answers']").click()
    expect_question(page, "recipients-known")
    bar.locator(".fp-to-plan").click()
    wait_for_plan(page)
    expect_needs(page, "Tell the practice")


@pytest.mark.whole_search
@pytest.mark.parametrize("width", [360, 1280])
def test_the_search_opens_a_result_unfolds_more_is_cleared_and_closes_beside_it(visit: Visit, width: int) -> None:
    page = visit(PUBLISH_SUBSCRIBE, viewport={"width": width, "height": 740})
    expect(page.locator("html[data-scripts]")).to_be_attached()
    field = page.locator("[name=query]")
    (page.locator(".search-open") if width < 960 else field).click()
    page.keyboard.type("acknowledgement")
    expect(page.locator(".md-search-result__link").first).to_be_visible()

    more = page.locator(".md-search-result__more > summary").first
    more.click()
    expect(page.locator(".md-search-result__more[open]")).to_have_count(1)
    page.locator(".md-search__options button").click()
    expect(field).to_have_value("")
    page.keyboard.type("acknowledgement")
    first = page.locator(".md-search-result__link").first
    expect(first).to_be_visible()
    page.keyboard.press("Escape")
    (page.locator(".search-open") if width < 960 else field).click()
    if width > 960:
        page.mouse.click(5, 700)  # beside it
        expect(page.locator("#__search")).not_to_be_checked()
        field.click()
    address = first.evaluate("link => link.href")
    first.click()
    page.wait_for_url(lambda url: url.partition("?")[0] == address.partition("?")[0])
