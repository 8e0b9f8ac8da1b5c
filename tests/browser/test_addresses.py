"""Every state has an address, and the browser's own means work on it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from site_server import Reply, SiteServer
from the_page import (
    CHOOSE,
    answer,
    change,
    expect_outcome,
    expect_question,
    refuse_the_clipboard,
    state,
    tree,
    wait_for_engine,
)
from watch import FAULTS_OF_THE_ENGINE, Watch

YES_NO_NO = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "no"}


def answered(page: Page) -> None:
    """Answer Yes, No, No."""
    wait_for_engine(page)
    for question, choice in YES_NO_NO.items():
        expect_question(page, question)
        answer(page, choice)
    expect_outcome(page, "registry-repository")


def test_yes_no_no_has_the_address_that_the_guidance_promises(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)

    answered(page)

    assert page.url.endswith(
        "choose/#integration-pattern?proactive-request=yes&care-setting=no&repository-mandate=no&edition=2022-11-24"
    )


def test_back_and_forward_go_through_the_questions(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    answered(page)

    page.go_back()
    expect_question(page, "repository-mandate")
    page.go_back()
    expect_question(page, "care-setting")
    page.go_forward()
    expect_question(page, "repository-mandate")
    page.go_forward()
    expect_outcome(page, "registry-repository")


def test_back_goes_on_to_the_page_before(visit: Callable[..., Page]) -> None:
    page = visit("guidance/")
    page.get_by_role("link", name="Choose a pattern").first.click()
    answered(page)

    for _ in range(3):
        page.go_back()
    expect_question(page, "proactive-request")
    page.go_back()

    expect(page.locator("decision-tree")).to_have_count(0)
    assert page.url.endswith("/guide/guidance/")


def test_reload_keeps_the_state(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    answered(page)

    page.reload()

    expect_outcome(page, "registry-repository")
    wait_for_engine(page)
    expect_outcome(page, "registry-repository")


def test_change_asks_one_question_again_and_keeps_the_rest(visit: Callable[..., Page]) -> None:
    page = visit(state(YES_NO_NO))
    wait_for_engine(page)

    change(page, "repository-mandate")
    expect_question(page, "repository-mandate")
    answer(page, "yes")

    expect_outcome(page, "shared-repository")
    assert page.url.endswith(state({**YES_NO_NO, "repository-mandate": "yes"}))


def test_an_answer_that_is_changed_and_changed_back_brings_the_others_back(
    visit: Callable[..., Page],
) -> None:
    page = visit(state(YES_NO_NO))
    wait_for_engine(page)

    change(page, "care-setting")
    expect_question(page, "care-setting")
    answer(page, "yes")
    expect_question(page, "location-known")
    expect(tree(page).locator(".fp-set-aside")).to_contain_text("They do not count at the moment")
    change(page, "care-setting")
    expect_question(page, "care-setting")
    answer(page, "no")

    expect_outcome(page, "registry-repository")
    expect(tree(page).locator(".fp-set-aside")).to_have_count(0)


def test_start_again_asks_the_first_question(visit: Callable[..., Page]) -> None:
    page = visit(state(YES_NO_NO))
    wait_for_engine(page)

    tree(page).get_by_role("link", name="Start again").click()

    expect_question(page, "proactive-request")
    expect(tree(page).locator(".fp-trail")).to_be_hidden()


def test_copy_link_puts_the_address_on_the_clipboard(visit: Callable[..., Page]) -> None:
    page = visit(state(YES_NO_NO), permissions=["clipboard-read", "clipboard-write"])
    wait_for_engine(page)

    tree(page).get_by_role("button", name="Copy link").click()

    expect(tree(page).get_by_role("status").filter(has_text="Link copied.")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    # After 10 seconds, nothing is left of it.
    expect(tree(page).get_by_role("status").filter(has_text="Link copied.")).to_have_count(0, timeout=15_000)


def test_where_copying_is_refused_the_link_stands_selected(visit: Callable[..., Page]) -> None:
    page = visit(state(YES_NO_NO))
    wait_for_engine(page)
    refuse_the_clipboard(page)

    tree(page).get_by_role("button", name="Copy link").click()

    field = tree(page).get_by_label("Link to these answers")
    expect(field).to_have_value(page.url)
    assert page.evaluate("document.activeElement.selectionEnd") == len(page.url)


def test_an_answer_opens_in_a_new_tab_as_the_same_state(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)

    with page.context.expect_page() as opened:
        tree(page).locator("[data-answer='no']").click(modifiers=["ControlOrMeta"])

    expect_question(opened.value, "business-acknowledgement")
    expect_question(page, "proactive-request")


def test_a_link_in_the_page_that_names_its_target_is_the_browsers_to_open(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)
    page.evaluate("""() => {
      const link = document.createElement("a");
      const href = "#integration-pattern?proactive-request=no";
      Object.assign(link, { href, target: "_blank", textContent: "Apart" });
      document.querySelector("article").prepend(link);
    }""")

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Apart").click()

    assert opened.value.url.endswith("#integration-pattern?proactive-request=no")
    expect_question(page, "proactive-request")


def test_a_link_without_its_edition_and_in_another_order_counts(visit: Callable[..., Page]) -> None:
    page = visit(f"{CHOOSE}#integration-pattern?repository-mandate=no&care-setting=no&proactive-request=yes")

    expect_outcome(page, "registry-repository")
    wait_for_engine(page)
    expect_outcome(page, "registry-repository")
    expect(tree(page).locator(".fp-notices")).to_have_count(0)


def test_a_tampered_link_is_told_exactly_and_the_rest_counts(visit: Callable[..., Page]) -> None:
    page = visit(
        f"{CHOOSE}#integration-pattern?proactive-request=yes&care-setting=perhaps&colour=red"
        "&%3Cimg%20src=x%20onerror=alert(1)%3E=1&edition=2021-01-01"
    )
    wait_for_engine(page)

    notices = tree(page).locator(".fp-notices")
    expect_question(page, "care-setting")
    expect(notices).to_contain_text("edition 2021-01-01")
    expect(notices).to_contain_text("care-setting=perhaps")
    expect(notices).to_contain_text("colour=red")
    expect(notices).to_contain_text("<img src=x onerror=alert(1)>=1")
    expect(tree(page).locator("img")).to_have_count(0)


def test_broken_percent_encoding_does_no_harm(visit: Callable[..., Page]) -> None:
    page = visit(f"{CHOOSE}#integration-pattern?%E0%A4%A&proactive-request=no")
    wait_for_engine(page)

    expect_question(page, "business-acknowledgement")
    expect(tree(page).locator(".fp-notices")).to_contain_text("could not be read")


def test_an_anchor_of_the_page_leaves_the_state_alone(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes"}))
    wait_for_engine(page)

    page.get_by_role("link", name="Every question").first.click()

    expect(page.get_by_role("heading", name="Every question")).to_be_in_viewport()
    expect_question(page, "care-setting")


@pytest.mark.parametrize("fragment", ["every-question", "#"])
def test_a_link_to_a_part_of_the_page_begins_with_the_first_question(visit: Callable[..., Page], fragment: str) -> None:
    page = visit(f"{CHOOSE}#{fragment}")
    wait_for_engine(page)
    expect_question(page, "proactive-request")
    answer(page, "yes")
    expect_question(page, "care-setting")

    page.go_back()

    expect(page).to_have_url(re.compile(rf"#{fragment}$"))
    expect_question(page, "care-setting")


def test_an_answer_in_the_listing_opens_its_state(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)

    entry = page.locator("[data-entry='recipients-known']")
    entry.locator(":scope > .fp-fold > summary").click()
    entry.locator("[data-answer='no']").click()

    expect_outcome(page, "publish-subscribe")
    expect(tree(page).locator(".fp-ask")).to_be_focused()
    expect(tree(page).locator(".fp-ask")).to_be_in_viewport()


class TestRetired:
    """Links of an earlier edition that name a question or an answer that there is no more."""

    QUESTION = f"{CHOOSE}#integration-pattern?proactive-request=yes&urgency=high&care-setting=no&edition=2020-01-01"
    ANSWER = f"{CHOOSE}#integration-pattern?proactive-request=yes&care-setting=perhaps&edition=2020-01-01"

    def test_a_retired_question_is_told_and_the_other_answers_lead_on(self, visit: Callable[..., Page]) -> None:
        page = visit(self.QUESTION)
        wait_for_engine(page)

        expect_question(page, "repository-mandate")
        notices = tree(page).locator(".fp-notices")
        expect(notices).to_contain_text("edition 2020-01-01")
        expect(notices).to_contain_text("The question “urgency=high” is not asked here, so its answer was left out.")

    @pytest.mark.parametrize(("link", "question"), [(QUESTION, "repository-mandate"), (ANSWER, "care-setting")])
    def test_without_the_engine_the_answers_up_to_it_still_count(
        self, visit: Callable[..., Page], server: SiteServer, watch: Watch, link: str, question: str
    ) -> None:
        watch.expected = FAULTS_OF_THE_ENGINE
        server.intercept = lambda path: Reply(404) if path.endswith("python_stdlib.zip") else None
        page = visit(link)
        wait_for_engine(page, "failed")

        expect_question(page, question)

    @pytest.mark.parametrize("link", [QUESTION, ANSWER])
    def test_without_javascript_the_page_opens_at_its_first_question(
        self, visit: Callable[..., Page], link: str
    ) -> None:
        page = visit(link, java_script_enabled=False)

        expect_question(page, "proactive-request")
        expect(tree(page).locator(".fp-ask").first).to_be_in_viewport()
