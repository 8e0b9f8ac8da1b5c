"""After an answer, what is new stands in the window and clear of the header that stays at its top."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from live_tree import WAYS
from the_page import CHOOSE, Visit, expect_outcome, expect_question, state, tree, wait_for_engine

# A phone, a tablet, a desk, and a desk at 400 %.
SIZES = ((360, 740), pytest.param(768, 1024, marks=pytest.mark.long), (1280, 800), (320, 256))

# The heading's edges, and what of the window the header leaves.
EDGES = """() => {
  const { top, bottom } = document.querySelector("decision-tree .fp-live .fp-ask").getBoundingClientRect();
  return [top, bottom, document.querySelector(".md-header").getBoundingClientRect().bottom, innerHeight];
}"""

# Where a reader may have scrolled to who has just read an answer: its middle right below the header.
UNDER_THE_HEADER = """(control) => {
  const { bottom } = document.querySelector(".md-header").getBoundingClientRect();
  const { top, height } = control.getBoundingClientRect();
  scrollBy(0, top + height / 2 - bottom - 2);
}"""


def expect_clear(page: Page) -> None:
    """Expect the heading of what is shown below the header and, as far as it fits, in the window."""
    expect(tree(page).locator(".fp-live .fp-ask")).to_be_focused()
    top, bottom, header, window = page.evaluate(EDGES)
    assert top >= header, f"{header - top} px are under the header"
    assert bottom <= window or bottom - top > window - header, f"{bottom - window} px are below the window"


def use(page: Page, selector: str) -> None:
    """Click a link as high up in the window as it can be clicked."""
    link = tree(page).locator(f".fp-live {selector}").first
    link.evaluate(UNDER_THE_HEADER)
    link.evaluate("link => link.click()")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_question_and_no_result_is_under_the_header(visit: Visit, width: int, height: int) -> None:
    page = visit(CHOOSE, viewport={"width": width, "height": height})
    wait_for_engine(page)

    for answers, outcome in WAYS:
        for question, choice in answers.items():
            expect_question(page, question)
            use(page, f"[data-answer='{choice}']")
            expect(tree(page).locator(f".fp-live [data-row='{question}={choice}']")).to_have_count(1)
            expect_clear(page)
        expect_outcome(page, outcome)
        for question in answers:
            use(page, f"[data-change='{question}']")
            expect_question(page, question)
            expect_clear(page)
            page.go_back()
            expect_outcome(page, outcome)
            expect_clear(page)
        use(page, "[data-action='start-again']")
        expect_question(page, "proactive-request")
        expect_clear(page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_undo_brings_the_result_back_into_sight(visit: Visit, width: int, height: int) -> None:
    answers, outcome = WAYS[0]
    page = visit(state(answers), viewport={"width": width, "height": height})
    wait_for_engine(page)
    use(page, "[data-action='start-again']")
    expect_question(page, "proactive-request")

    tree(page).locator(".fp-toast").get_by_role("button").click()

    expect_outcome(page, outcome)
    expect_clear(page)
