"""What has the focus may go; the focus then goes to a place that makes sense, and never back to the whole page."""

from __future__ import annotations

import threading

import pytest
from playwright.sync_api import Locator, Page, expect

from site_server import Reply, SiteServer
from the_page import (
    CHOOSE,
    RESULT,
    Visit,
    expect_outcome,
    expect_question,
    reach,
    refuse_the_clipboard,
    state,
    tree,
    unfold,
    wait_for_engine,
)
from watch import FAULTS_OF_THE_ENGINE, Watch


def heading(page: Page) -> Locator:
    """Return the heading of what is shown."""
    return tree(page).locator(".fp-live .fp-ask")


def undo(page: Page) -> Locator:
    """Return the button that takes back what was done."""
    return tree(page).locator(".fp-toast").get_by_role("button", name="Undo")


def cleared(visit: Visit) -> tuple[Page, Locator]:
    """Write a need and clear it, by keyboard; return the page and the button that clears, with the focus on Undo."""
    page = visit(RESULT)
    wait_for_engine(page)
    unfold(page, "record")
    tree(page).locator("[data-need]").fill("A ward has to know")
    clearing = tree(page).locator("[data-action='clear-notes']")
    clearing.focus()
    page.keyboard.press("Enter")
    expect(tree(page).locator("[data-need]")).to_have_value("")
    reach(page, undo(page))
    return page, clearing


@pytest.mark.parametrize(
    ("key", "need"), [("Enter", "A ward has to know"), ("Space", "A ward has to know"), ("Escape", "")]
)
def test_from_undo_the_focus_goes_back_to_the_button_that_cleared_the_notes(visit: Visit, key: str, need: str) -> None:
    page, clearing = cleared(visit)

    page.keyboard.press(key)

    expect(undo(page)).to_have_count(0)
    expect(tree(page).locator("[data-need]")).to_have_value(need)
    expect(clearing).to_be_focused()


def test_news_in_the_place_of_undo_gives_the_focus_back_too(visit: Visit) -> None:
    page, clearing = cleared(visit)

    # As the browser reports what another tab has spoilt.
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((name) => name.startsWith("fingerpost notes"));
          localStorage.setItem(key, "{spoilt");
          dispatchEvent(new StorageEvent("storage", { key, newValue: "{spoilt" }));
        }"""
    )

    expect(tree(page).locator(".fp-toast")).to_contain_text("cannot be read")
    expect(undo(page)).to_have_count(0)
    expect(clearing).to_be_focused()


def started_again(visit: Visit) -> Page:
    """Start again by keyboard, and go to Undo."""
    page = visit(RESULT)
    wait_for_engine(page)
    tree(page).locator("[data-action='start-again']").first.focus()
    page.keyboard.press("Enter")
    expect_question(page, "proactive-request")
    reach(page, undo(page))
    return page


def test_escape_on_undo_of_start_again_leads_back_to_the_question(visit: Visit) -> None:
    page = started_again(visit)

    page.keyboard.press("Escape")

    expect(undo(page)).to_have_count(0)
    expect_question(page, "proactive-request")
    expect(heading(page)).to_be_focused()


def test_undo_of_start_again_leads_to_the_result(visit: Visit) -> None:
    page = started_again(visit)

    page.keyboard.press("Enter")

    expect_outcome(page, "publish-subscribe")
    expect(heading(page)).to_be_focused()


def test_try_again_leads_to_the_question_and_stays_there(visit: Visit, server: SiteServer, watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = lambda path: Reply(404) if path.endswith("python_stdlib.zip") else None
    page = visit(state({"proactive-request": "no"}))
    wait_for_engine(page, "failed")
    server.intercept = None
    tree(page).get_by_role("button", name="Try again").focus()

    page.keyboard.press("Enter")

    expect(heading(page)).to_be_focused()
    wait_for_engine(page)
    expect(heading(page)).to_be_focused()


@pytest.fixture
def may_start(server: SiteServer) -> threading.Event:
    """Hold the engine's start until this is set."""
    event = threading.Event()

    def hold(path: str) -> None:
        if path.endswith("python_stdlib.zip"):
            event.wait(30)

    server.intercept = hold
    return event


def test_a_field_that_goes_when_the_engine_is_ready_leaves_the_focus_to_the_heading(
    visit: Visit, may_start: threading.Event
) -> None:
    page = visit(state({"proactive-request": "no"}))
    expect_question(page, "business-acknowledgement")
    refuse_the_clipboard(page)
    tree(page).locator(".fp-trail [data-action='copy-link']").click()
    expect(tree(page).locator("input.fp-link")).to_be_focused()

    may_start.set()
    wait_for_engine(page)

    assert page.evaluate("document.activeElement !== document.body")
    expect(tree(page).locator("input.fp-link, .fp-ask").and_(page.locator(":focus"))).to_have_count(1)


def test_the_first_question_keeps_the_focus_of_an_answer_when_the_engine_is_ready(
    visit: Visit, may_start: threading.Event
) -> None:
    page = visit(CHOOSE)
    tree(page).locator("[data-answer='no']").focus()

    may_start.set()
    wait_for_engine(page)

    expect(tree(page).locator("[data-answer='no']")).to_be_focused()


def test_what_the_reader_has_opened_stays_open_when_the_engine_is_ready(
    visit: Visit, may_start: threading.Event
) -> None:
    page = visit(state({"proactive-request": "yes", "care-setting": "yes"}))
    expect_question(page, "location-known")
    fold = tree(page).locator(".fp-card details.fp-help")
    expect(fold).not_to_have_attribute("open", "")
    fold.locator("summary").focus()
    page.keyboard.press("Enter")

    may_start.set()
    wait_for_engine(page)

    expect(tree(page).locator("[data-panel='record']")).to_be_attached()
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator("summary")).to_be_focused()
