"""The controls in every kind of state of the site: each has to be used by a test, which the end of a whole run checks.

These tests bring the site into its states and list what a reader can use there. A new state belongs here.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from host_page import element, host_page, to_publish_subscribe
from live_tree import live_tree
from project.paths import SITE
from site_controls import list_controls
from site_server import Reply, SiteServer
from states import hand_over_link
from the_page import (
    CHOOSE,
    PUBLISH_SUBSCRIBE,
    RESULT,
    Visit,
    answer,
    change,
    expect_outcome,
    expect_question,
    ready,
    refuse_the_clipboard,
    state,
    tree,
    unfold,
    wait_for_engine,
)
from the_plan import OPEN, PLAN, PUSH, SHARED, TWO, act, need, plan_of, store, told, wait_for_plan, with_plan
from the_stored_data import PRIVACY, ask
from watch import FAULTS_OF_THE_ENGINE, Watch

UNSURE = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "unsure"}
PAGES = (
    "",
    PUBLISH_SUBSCRIBE,
    "patterns/registry-repository/",
    "guidance/glossary/",
    "examples/",
    "about/conformance/",
    "about/privacy/",
    "authors/",
    "authors/findings/",
    "reference/tree-format/",
    "authors/trees/two-trees/",
    "no/such/page/",
)


def fits_in(page: Page, narrow: str, wide: str) -> set[str]:
    """List the controls of a page on a wide and on a narrow screen."""
    found = set(list_controls(page, wide))
    page.set_viewport_size({"width": 360, "height": 740})
    return found | set(list_controls(page, narrow))


def has(found: list[str] | set[str], *names: str) -> bool:
    """Return whether controls with these words in their names were found, so that a list is not of an empty page."""
    return all(any(name in each for each in found) for name in names)


def test_the_pages(visit: Visit, server: SiteServer, watch: Watch) -> None:
    watch.expected = ("404",)
    page = visit()
    for address in PAGES:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(server.address + address)
        if "no/such" not in address:
            expect(page.locator("html[data-scripts]")).to_be_attached()
        found = fits_in(page, f"{address} narrow", f"{address} wide")
        assert has(found, "a "), address


@pytest.mark.whole_search
def test_the_menu_and_the_search(visit: Visit) -> None:
    page = visit(PUBLISH_SUBSCRIBE, viewport={"width": 360, "height": 740})
    expect(page.locator("html[data-scripts]")).to_be_attached()

    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#menu")).to_be_in_viewport()
    assert has(list_controls(page, "the menu, open"), "menu > button", "menu > a", "md-overlay")
    page.keyboard.press("Escape")
    page.locator(".search-open").click()
    page.keyboard.type("acknowledgement")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert has(list_controls(page, "the search on a narrow screen"), "search results > a", "search-close")
    page.set_viewport_size({"width": 1280, "height": 800})
    assert has(list_controls(page, "the search on a wide screen"), "search results > a", "md-search__overlay")


def test_without_scripts(visit: Visit) -> None:
    page = visit(CHOOSE, viewport={"width": 360, "height": 740}, java_script_enabled=False)

    assert has(list_controls(page, "the questions without scripts"), "header > label", "listing > question > a answer")


def test_the_questions(visit: Visit) -> None:
    page = ready(visit, CHOOSE)
    assert has(fits_in(page, "the first question, narrow", "the first question"), "tree > question > a answer")
    answer(page, "unsure")
    expect_question(page, "care-setting")
    assert has(list_controls(page, "a question after “not sure”"), "panel ask-whom > ")
    page.goto(page.url.partition("#")[0] + "#integration-pattern?proactive-request=maybe&edition=2020-01-01")
    expect(tree(page).locator(".fp-notices")).to_be_visible()
    assert has(list_controls(page, "a link of an older edition with an answer that is not known"), "tree > ")


def test_the_results(visit: Visit) -> None:
    page = ready(visit, RESULT)
    assert has(list_controls(page, "a result"), "tree > outcome > button action=copy-link", "panel record > ")
    refuse_the_clipboard(page)
    tree(page).locator("[data-action='copy-link']").first.click()
    assert has(list_controls(page, "a link to copy by hand"), "fp-link")
    tree(page).get_by_role("button", name="Add to the plan").click()
    expect(told(page, "Added")).to_be_visible()
    assert has(list_controls(page, "a result just added to the plan"), "message > a", "message > button")
    change(page, "business-acknowledgement")
    expect_question(page, "business-acknowledgement")
    assert has(list_controls(page, "an answer being changed"), "cancel-change", "need being changed > ")
    answer(page, "yes")
    expect_question(page, "manual-activity")
    assert has(list_controls(page, "answers set aside"), "summary fp-set-aside")


@pytest.mark.parametrize("result", [UNSURE, {"proactive-request": "yes", "care-setting": "unsure"}])
def test_the_undecided(visit: Visit, result: dict[str, str]) -> None:
    page = ready(visit, state(result))

    assert has(list_controls(page, "an undecided state"), "panel ask-whom > ")


def test_the_task_of_a_colleague(visit: Visit) -> None:
    page = ready(visit, f"{CHOOSE}#{hand_over_link(live_tree(), UNSURE, 'Heights')}")
    expect(tree(page)).to_contain_text("A colleague needs your help")

    assert has(list_controls(page, "a task from a colleague"), "tree > task > button action=send-back")


def test_the_offer_of_earlier_notes(visit: Visit) -> None:
    page = ready(visit, RESULT)
    unfold(page, "record")
    tree(page).get_by_label("What do you need to decide?").fill("Heights")
    tree(page).locator("[data-action='start-again']").click()
    expect(tree(page).locator(".fp-earlier")).to_be_visible()

    assert has(list_controls(page, "notes of an earlier decision"), "earlier notes > button action=use-notes")


def test_a_tree_without_the_engine(visit: Visit, server: SiteServer, watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = lambda path: Reply(404) if path.endswith(".wasm") else None
    page = visit(RESULT)
    wait_for_engine(page, "failed")
    expect_outcome(page, "publish-subscribe")

    assert has(list_controls(page, "a result without the engine"), "status failed > button action=try-again")
    store(page, TWO)
    page.goto(server.address + PLAN)
    expect(page.locator("decision-plan")).to_have_attribute("engine", "failed", timeout=60_000)
    assert has(list_controls(page, "a plan without the engine"), "plan-save-stored")


def test_the_plan(visit: Visit, server: SiteServer) -> None:
    page = visit(PLAN)
    wait_for_plan(page)
    assert has(list_controls(page, "an empty plan"), "plan > empty > a", "plan > another need > textarea")
    many = plan_of(need("a", "Tell", PUSH), need("b", "Look up", SHARED), need("c", "Ask", OPEN), "broken")
    store(page, many)
    page.reload()
    wait_for_plan(page)
    found = list_controls(page, "a plan of three needs, and one that cannot be read")
    assert has(found, "plan > need > button action=plan-remove", "plan-unreadable-save", "fold confirm > ")
    act(page, "Tell", "Remove")
    expect(page.get_by_role("status").get_by_role("button", name="Undo")).to_be_visible()
    assert has(list_controls(page, "a need just removed"), "message > button")
    refuse_the_clipboard(page)
    page.get_by_role("button", name="Copy link").click()
    assert has(list_controls(page, "a link to the plan to copy by hand"), "fp-link")
    link = page.locator(".fp-link").input_value()
    page.goto(server.address + PRIVACY)
    page.evaluate("localStorage.clear()")
    page.goto(link)
    wait_for_plan(page)
    expect(told(page, "needs added to your plan.")).to_be_visible()
    assert has(list_controls(page, "a link with a plan that was just added"), "message > button")
    page.goto(server.address + PRIVACY)
    ask(page)
    assert has(list_controls(page, "the question whether to delete everything"), "stored data > button action=keep")


def test_the_need_of_a_plan_being_changed(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    page.get_by_role("link", name="Change the answers").first.click()
    expect(page.locator(".fp-plan-bar")).to_be_visible()

    assert has(list_controls(page, "a need of the plan being changed"), "need being changed > button action=plan-leave")


def test_the_finder(visit: Visit) -> None:
    page = visit("patterns/#fits?latency=channel,gone&who-starts=sender")
    expect(page.get_by_role("note", name="About this link")).to_be_visible()

    found = fits_in(page, "the finder, narrow", "the finder")
    assert has(found, "finder > input", "finder > summary", "finder > button action=clear")


@pytest.mark.provokes("other origin", "a page of another origin shows a tree of the site")
def test_a_tree_in_a_page_of_another_site(chromium: Browser) -> None:
    with SiteServer(SITE, prefix="/guide/") as trees:
        trees.headers = {"Access-Control-Allow-Origin": "*"}
        with host_page(chromium, trees, element(trees)) as host:
            expect(host.tree().locator(".fp-ask")).to_be_visible()
            assert has(list_controls(host.page, "an embedded question"), "embedded > tree > question > a answer")
            to_publish_subscribe(host.tree())
            host.wait_for_engine()
            expect(host.tree().locator("[data-panel='record']")).to_be_visible()
            assert has(list_controls(host.page, "an embedded result"), "embedded > tree > panel record > ")
