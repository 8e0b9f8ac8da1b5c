"""The pages of worked examples and the addresses of questions, used as a reader does."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from the_page import wait_for_engine

QUESTION = "choose/#integration-pattern/care-setting"
ASKED = "Is the information or service that the user or system requires associated with a specific care setting?"
ENTRY = ".fp-listing [data-entry='care-setting']"


def expect_open_and_in_sight(page: Page) -> None:
    """Expect the question to be unfolded, and its heading to be in the window."""
    section = page.locator(ENTRY)
    expect(section.get_by_role("heading", name=ASKED)).to_be_in_viewport()
    expect(section.locator("details.fp-fold").first).to_have_attribute("open", "")


def test_the_address_of_a_question_opens_it_and_stays_as_it_is(visit: Callable[..., Page]) -> None:
    page = visit(QUESTION)
    expect_open_and_in_sight(page)

    wait_for_engine(page)
    expect_open_and_in_sight(page)
    assert page.url.endswith(f"/{QUESTION}")
    # The tree itself begins at its start.
    expect(page.locator("decision-tree .fp-card").first).to_have_attribute("data-question", "proactive-request")


def test_the_link_to_a_question_is_reached_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit("choose/")
    wait_for_engine(page)
    link = page.locator(ENTRY).get_by_role("link", name="Link to this question")

    link.focus()
    page.keyboard.press("Enter")

    assert page.url.endswith(f"/{QUESTION}")
    expect_open_and_in_sight(page)


def test_without_javascript_the_address_leads_to_the_question(visit: Callable[..., Page]) -> None:
    page = visit(QUESTION, java_script_enabled=False)

    expect_open_and_in_sight(page)


def test_an_example_leads_to_its_state_its_pattern_and_the_next_example(visit: Callable[..., Page]) -> None:
    page = visit("examples/hospital-discharge/")

    link = page.get_by_role("link", name="Open these answers in the questions")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("decision-tree [data-outcome='information-push']").first).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Next: Screening call or recall notice").click()
    expect(page.get_by_role("heading", level=1, name="Screening call or recall notice")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Information push", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Information push")).to_be_visible()


def test_an_old_address_keeps_the_answers_in_it(visit: Callable[..., Page]) -> None:
    page = visit("examples/licence/#open-licence?existing=own&edition=2026-11")

    page.wait_for_url("**/authors/trees/licence/#open-licence?existing=own&edition=2026-11")
    expect(page.locator("decision-tree .fp-card").first).to_have_attribute("data-question", "material")
