"""The links of the frame of each page, and those at a result: each leads to the page or the part that it names."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from following import expect_page, expect_reached
from project.paths import SITE
from site_server import SiteServer
from the_page import CHOOSE, PUBLISH_SUBSCRIBE, RESULT, Visit, expect_question, ready, state, tree, unfold
from the_plan import TWO, with_plan

UNDECIDED = {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "unsure"}


@pytest.fixture
def follow(server: SiteServer) -> Callable[[Page, Locator], None]:
    """Click a link and expect its page."""

    def follow(page: Page, link: Locator) -> None:
        address = link.evaluate("link => link.href")
        link.click()
        expect_page(page, server.address, address)

    return follow


type Follow = Callable[[Page, Locator], None]


def test_the_logo_the_tabs_and_the_ways_on_at_the_foot(visit: Visit, follow: Follow) -> None:
    page = visit(PUBLISH_SUBSCRIBE)

    follow(page, page.locator(".md-footer__link--next"))
    follow(page, page.locator(".md-footer__link--prev"))
    follow(page, page.locator(".md-tabs__link", has_text="Guidance"))
    follow(page, page.locator("a.md-logo"))


def test_the_contents_beside_a_page(visit: Visit) -> None:
    page = visit(PUBLISH_SUBSCRIBE)
    link = page.locator(".md-sidebar--secondary a.md-nav__link").nth(3)

    link.click()

    expect_reached(page, link.evaluate("link => link.hash.slice(1)"))


def test_a_page_leads_to_a_part_of_it_and_opens_a_file_that_it_offers(visit: Visit) -> None:
    page = visit("reference/tree-format/")
    part = page.locator("article a[href$='#question']:not(.headerlink)").first
    part.click()
    expect_reached(page, part.evaluate("link => link.hash.slice(1)"))
    link = page.locator("article a[href$='fingerpost-tree.schema.json']").first
    address = link.evaluate("link => link.href")

    link.click()

    expect(page).to_have_url(address)
    expect(page.locator("body")).to_contain_text("json-schema.org")


@pytest.mark.parametrize("past", [False, True])
def test_the_menu_leads_to_a_page_and_to_a_part_of_it(visit: Visit, follow: Follow, *, past: bool) -> None:
    page = visit(PUBLISH_SUBSCRIBE, viewport={"width": 360, "height": 740})
    expect(page.locator("html[data-scripts]")).to_be_attached()
    if past:
        page.mouse.wheel(0, 2500)
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#menu")).to_be_in_viewport()
    page.locator("#menu .menu-contents > summary").filter(visible=True).first.click()
    part = page.locator("#menu .menu-contents a").nth(2)

    part.click()

    expect_reached(page, part.evaluate("link => link.hash.slice(1)"))
    expect(page.locator("#menu")).not_to_be_in_viewport()
    page.get_by_role("button", name="Menu").click()
    follow(page, page.locator("#menu").get_by_role("link", name="Home"))


def test_a_wrong_address_leads_on(chromium: Browser) -> None:
    # Only a site at the root of its host has a page for wrong addresses that knows where it is.
    with SiteServer(SITE) as server:
        page = chromium.new_page()
        page.goto(f"{server.address}no/such/page/")

        page.get_by_role("link", name="Home").click()

        expect(page).to_have_url(server.address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.close()


def test_a_result_leads_to_the_pages_that_it_names(visit: Visit, follow: Follow) -> None:
    page = ready(visit, RESULT)
    for panel in ("combines", "confirm", "qualities"):
        unfold(page, panel)
        follow(page, tree(page).locator(f"[data-panel='{panel}'] a:not([href^='https:'])").first)
        page.go_back()
        expect(tree(page)).to_have_attribute("engine", "ready", timeout=60_000)


def test_several_outcomes_lead_to_their_pages(visit: Visit, follow: Follow) -> None:
    page = ready(visit, state(UNDECIDED))

    follow(page, tree(page).locator(".fp-card li a").first)


def test_the_list_leads_to_its_parts_and_to_the_pages_of_its_outcomes(visit: Visit, follow: Follow) -> None:
    page = ready(visit)
    entry = page.locator("[data-entry='care-setting']")

    entry.locator(".fp-entry-name a").click()
    expect_reached(page, entry.locator("h3").get_attribute("id") or "")
    expect(entry.locator(":scope > .fp-fold")).to_have_attribute("open", "")
    entry.locator("[data-answer='unsure']").click()
    expect(tree(page).locator("[data-row='care-setting=unsure']")).to_be_visible()
    page.go_back()
    entry.locator("[data-answer='yes']").click()
    expect(page).to_have_url(re.compile(r"#integration-pattern\?.*care-setting=yes&"))
    expect_question(page, "location-known")
    page.go_back()
    follow(page, page.locator("[data-entry='publish-subscribe'] .fp-button"))


def test_branches_in_the_list_lead_to_their_questions(visit: Visit) -> None:
    page = ready(visit)
    entry = page.locator("[data-entry='care-setting']")
    entry.locator(":scope > .fp-fold > summary").click()
    link = entry.locator(".fp-entry-unsure a").first
    wanted = link.evaluate("link => link.hash")

    link.click()

    expect(page).to_have_url(re.compile(re.escape(wanted.partition("&edition")[0])))


def test_the_first_question_on_the_home_page_takes_not_sure_and_an_answer(visit: Visit) -> None:
    page = visit()

    tree(page).locator("[data-answer='unsure']").click()

    expect_question(page, "care-setting")
    assert page.url.partition("#")[0].endswith(CHOOSE)
    page.go_back()
    tree(page).locator("[data-answer='no']").click()
    expect_question(page, "business-acknowledgement")
    assert page.url.partition("#")[0].endswith(CHOOSE)


def test_the_tree_in_words_leads_to_a_question(visit: Visit) -> None:
    page = ready(visit, viewport={"width": 360, "height": 740})
    page.locator(".fp-map-outline > summary").click()

    page.locator(".fp-map-outline [data-node='recipients-known']").first.click()

    expect_question(page, "recipients-known")


def test_a_plan_leads_to_the_pages_of_its_patterns_and_to_the_questions(visit: Visit, follow: Follow) -> None:
    page = with_plan(visit, TWO)

    for link in ("[data-plan-need] .fp-plan-result a", "[data-plan-part='used'] a", ".fp-plan-add a"):
        follow(page, page.locator(link).first)
        page.go_back()
        expect(page.locator("decision-plan")).to_have_attribute("engine", "ready", timeout=60_000)
