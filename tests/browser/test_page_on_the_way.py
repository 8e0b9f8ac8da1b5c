"""A page that is asked for and does not come at once: the address is its own already, what is shown the old one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from following import click_new_link, expect_page
from records import RESULT, result, saved, toast
from site_server import SiteServer
from the_page import (
    CHOOSE,
    Visit,
    change,
    expect_outcome,
    expect_question,
    ready,
    state,
    to_the_page,
    tree,
    wait_for_engine,
)
from the_plan import TWO, store, wait_for_plan

WIDE = {"width": 1280, "height": 900}
PATTERN = "patterns/registry-repository/"


@pytest.fixture
def held() -> list[Route]:
    """Requests for pages of patterns that are held back."""
    return []


@pytest.fixture
def leaving(visit: Visit, held: list[Route]) -> Page:
    """A page of a result, whose link to its pattern has been clicked."""
    page = visit(state(RESULT), viewport=WIDE)
    wait_for_engine(page)
    hold(page, held)
    to_the_page(page).click()
    expect(page).to_have_url(re.compile(rf"/guide/{PATTERN}$"))
    expect_outcome(page, "registry-repository")
    return page


def hold(page: Page, held: list[Route]) -> None:
    """Hold back every page of a pattern."""
    page.route(re.compile(r"/patterns/[a-z-]+/$"), lambda route: held.append(route))


def let_go(page: Page, held: list[Route]) -> None:
    """Let every page come."""
    for route in held:
        route.continue_()
    held.clear()
    page.unroute_all()


def test_a_second_click_leads_to_the_same_page(leaving: Page, held: list[Route], server: SiteServer) -> None:
    assert to_the_page(leaving).evaluate("a => a.href") == f"{server.address}{PATTERN}"
    to_the_page(leaving).click(no_wait_after=True)
    let_go(leaving, held)

    expect_page(leaving, server.address, f"{server.address}{PATTERN}")


def test_change_leads_to_the_question_and_not_to_the_pattern(
    leaving: Page, held: list[Route], server: SiteServer
) -> None:
    change(leaving, "care-setting")

    expect_question(leaving, "care-setting")
    assert leaving.url.startswith(f"{server.address}{CHOOSE}#integration-pattern?")
    let_go(leaving, held)
    expect_question(leaving, "care-setting")


def test_back_leads_to_the_result_and_not_to_the_pattern(leaving: Page, held: list[Route], server: SiteServer) -> None:
    leaving.go_back()
    let_go(leaving, held)

    expect(leaving).to_have_url(server.address + state(RESULT))
    wait_for_engine(leaving)
    expect_outcome(leaving, "registry-repository")
    leaving.wait_for_timeout(500)  # in which the pattern's page would come
    expect_page(leaving, server.address, server.address + state(RESULT))


def test_the_page_opens_at_its_top_wherever_its_reader_went_meanwhile(
    leaving: Page, held: list[Route], server: SiteServer
) -> None:
    leaving.mouse.wheel(0, 700)
    leaving.wait_for_function("() => scrollY >= 700")
    leaving.wait_for_timeout(300)  # in which Material keeps where the reader is
    let_go(leaving, held)

    expect_page(leaving, server.address, f"{server.address}{PATTERN}")
    assert leaving.evaluate("scrollY") == 0


def test_a_copied_link_is_that_of_the_result(leaving: Page, held: list[Route], server: SiteServer) -> None:
    leaving.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tree(leaving).locator(".fp-live [data-action='copy-link']").first.click()

    expect(tree(leaving).locator(".fp-toast")).not_to_be_empty()
    copied = leaving.evaluate("navigator.clipboard.readText()")
    let_go(leaving, held)
    assert copied == server.address + state(RESULT)


def test_a_node_of_the_picture_leads_to_its_question_and_not_to_the_pattern(
    leaving: Page, held: list[Route], server: SiteServer
) -> None:
    leaving.locator(".fp-map-picture [data-node='recipients-known']").click(no_wait_after=True)

    expect_question(leaving, "recipients-known")
    assert leaving.url.startswith(f"{server.address}{CHOOSE}#integration-pattern?")
    let_go(leaving, held)
    expect_question(leaving, "recipients-known")


def test_a_number_key_leads_to_the_next_question_and_not_to_the_pattern(
    visit: Visit, held: list[Route], server: SiteServer
) -> None:
    page = ready(visit, viewport=WIDE)
    hold(page, held)
    click_new_link(page, server.address + PATTERN)
    expect(page).to_have_url(server.address + PATTERN)
    tree(page).locator(".fp-answer").first.focus()

    page.keyboard.press("1")

    expect_question(page, "care-setting")
    assert page.url.startswith(f"{server.address}{CHOOSE}#integration-pattern?")
    let_go(page, held)
    expect_question(page, "care-setting")


def test_undo_leads_to_the_answers_and_not_to_the_pattern(visit: Visit, held: list[Route], server: SiteServer) -> None:
    page = visit(PATTERN, viewport=WIDE)
    click_new_link(page, server.address + state(RESULT))
    wait_for_engine(page)
    expect_outcome(page, "registry-repository")
    tree(page).get_by_role("link", name="Start again").click()
    undo = toast(page, "Your answers are cleared.").get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    hold(page, held)
    page.evaluate("history.go(-2)")
    expect(page).to_have_url(server.address + PATTERN)

    undo.click(no_wait_after=True)

    expect(page).to_have_url(server.address + state(RESULT))
    let_go(page, held)
    expect_page(page, server.address, server.address + state(RESULT))


def test_a_record_that_is_read_only_now_leaves_the_pattern_its_address(
    visit: Visit, held: list[Route], server: SiteServer, tmp_path: Path
) -> None:
    page = result(visit)
    name, text = saved(page, "Download as JSON")
    (tmp_path / name).write_text(text, encoding="utf-8")
    page.evaluate(
        """() => {
          const read = File.prototype.text;
          File.prototype.text = async function () {
            await new Promise((go) => (window.goOn = go));
            return read.call(this);
          };
        }"""
    )
    tree(page).get_by_label("Open a saved record (JSON)").set_input_files(tmp_path / name)
    page.wait_for_function("() => window.goOn")
    hold(page, held)
    to_the_page(page).click(no_wait_after=True)
    expect(page).to_have_url(server.address + PATTERN)

    page.evaluate("goOn()")
    page.wait_for_timeout(500)  # in which the engine reads it
    let_go(page, held)

    expect_page(page, server.address, server.address + PATTERN)


def test_a_plan_whose_script_comes_after_the_reader_went_back_belongs_to_its_own_page(
    visit: Visit, server: SiteServer, held: list[Route]
) -> None:
    page = visit("", viewport=WIDE)
    store(page, TWO)
    page.route(re.compile(r"/plan\.mjs"), lambda route: held.append(route))
    click_new_link(page, f"{server.address}plan/")
    expect(page.locator("decision-plan")).to_be_attached()
    page.route(server.address, lambda route: held.append(route))
    page.go_back()
    expect(page).to_have_url(server.address)
    with page.expect_response(re.compile(r"/engine-tree\.json")) as fetched:
        held.pop(0).continue_()

    assert fetched.value.url.startswith(f"{server.address}plan/integration-pattern/engine-tree.json")
    assert fetched.value.ok
    wait_for_plan(page)
    change_answers = page.get_by_role("link", name="Change the answers").first
    assert change_answers.evaluate("link => link.href").startswith(f"{server.address}{CHOOSE}#")
    let_go(page, held)
