"""The last step of a reader's way: from a result to the page of its pattern, by clicking, and back to the result."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from built_site import page as built_page
from following import (
    Navigation,
    choose_navigation,
    click_new_link,
    expect_navigation,
    expect_page,
    note_loads,
)
from live_tree import WAYS
from site_server import SiteServer
from the_page import (
    CHOOSE,
    Visit,
    answer,
    expect_outcome,
    expect_question,
    state,
    to_the_page,
    tree,
    wait_for_engine,
)

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 360, "height": 740}
PATTERN = "patterns/registry-repository/"


def give(page: Page, answers: Mapping[str, str]) -> None:
    """Answer one question after the other."""
    for question, choice in answers.items():
        expect_question(page, question)
        answer(page, choice)


@pytest.mark.parametrize(
    ("reached", "navigation"),
    [
        ("by a link", "instant"),
        pytest.param("by answers", "full", marks=pytest.mark.long),
        pytest.param("by a link", "full", marks=pytest.mark.long),
        pytest.param("by answers", "instant", marks=pytest.mark.long),
    ],
)
@pytest.mark.parametrize(("answers", "outcome"), WAYS)
def test_the_page_of_the_result_comes_and_back_leads_to_the_result(
    visit: Visit, server: SiteServer, answers: Mapping[str, str], outcome: str, reached: str, navigation: Navigation
) -> None:
    page = visit(state(answers) if reached == "by a link" else CHOOSE, viewport=NARROW)
    wait_for_engine(page)
    if reached == "by answers":
        give(page, answers)
    expect_outcome(page, outcome)
    result = page.url
    choose_navigation(page, navigation)
    note_loads(page)
    to_the_page(page).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")

    to_the_page(page).click()

    expect_page(page, server.address, f"{server.address}patterns/{outcome}/")
    expect_navigation(page, navigation)
    assert page.evaluate("scrollY") == 0
    page.go_back()
    expect(page).to_have_url(result)
    wait_for_engine(page)
    expect_outcome(page, outcome)
    page.wait_for_function("before => Math.abs(scrollY - before) <= 2", arg=before)
    page.go_forward()
    expect_page(page, server.address, f"{server.address}patterns/{outcome}/")


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
def test_a_pattern_leads_to_the_result_that_recommends_it_wherever_its_reader_was(
    visit: Visit, server: SiteServer, viewport: dict[str, int]
) -> None:
    page = visit(PATTERN, viewport=viewport)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_timeout(300)  # until Material has kept where the reader is
    way = page.locator("article a[href*='#integration-pattern?']").last
    address = way.evaluate("a => a.href")

    way.click()

    expect_page(page, server.address, address)
    expect_outcome(page, "registry-repository")
    expect(tree(page).locator(".fp-ask")).to_be_in_viewport(ratio=1)


def test_a_relative_link_that_a_script_has_drawn_leads_to_its_page(visit: Visit, server: SiteServer) -> None:
    page = visit(CHOOSE, viewport=WIDE)
    wait_for_engine(page)
    note_loads(page)

    click_new_link(page, f"../{PATTERN}")

    expect_page(page, server.address, f"{server.address}{PATTERN}")
    expect_navigation(page, "instant")


def test_a_tree_on_two_pages_keeps_its_reader_on_the_page_where_they_are(visit: Visit, server: SiteServer) -> None:
    page = visit("authors/trees/licence/", viewport=WIDE)
    wait_for_engine(page)
    # What the engine was asked ahead comes one after another, and is made when idle.
    answer(page, "own")
    expect_question(page, "material")
    page.go_back()
    expect_question(page, "existing")
    page.evaluate(
        """async () => {
          for (let i = 0; i < 20; i++) await new Promise((idle) => setTimeout(() => requestIdleCallback(idle), 20));
        }"""
    )
    note_loads(page)
    click_new_link(page, f"{server.address}authors/trees/two-trees/")
    expect_page(page, server.address, f"{server.address}authors/trees/two-trees/")
    expect_navigation(page, "instant")

    shown = page.locator("decision-tree[tree='open-licence'] .fp-live")
    shown.locator("[data-answer='own']").click()
    expect(shown.locator(".fp-card")).to_have_attribute("data-question", "material")

    addresses = shown.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
    own = [link for link in addresses if "#open-licence" in link]
    assert own
    assert [link for link in own if not link.startswith(f"{server.address}authors/trees/two-trees/#")] == []


def test_what_is_left_to_do_for_a_result_is_not_done_to_the_page_that_comes_after_it(
    visit: Visit, server: SiteServer
) -> None:
    page = visit(state({"proactive-request": "yes", "care-setting": "no"}), viewport=WIDE)
    wait_for_engine(page)
    # What comes after a state is painted comes by a short timer; it is held until the next page is there.
    page.evaluate(
        """() => {
          const later = window.setTimeout.bind(window);
          window.held = [];
          window.setTimeout = (work, delay, ...rest) =>
            delay === 30 ? window.held.push(work) : later(work, delay, ...rest);
        }"""
    )
    answer(page, "no")
    expect_outcome(page, "registry-repository")
    page.wait_for_function("() => held.length > 0")
    note_loads(page)
    to_the_page(page).click()
    expect_page(page, server.address, f"{server.address}{PATTERN}")
    expect_navigation(page, "instant")
    title = page.title()

    page.evaluate("() => { for (const work of held.splice(0)) work(); }")

    assert page.title() == title
    assert " ".join(next(built_page(PATTERN).all("title")).raw_text.split()) == title
