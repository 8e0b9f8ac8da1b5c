"""The way between the questions and the plan: add a result, change the answers of a need, and come back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from the_page import CHOOSE, Visit, answer, change, expect_outcome, expect_question, ready, state, tree, unfold, use
from the_plan import (
    OPEN,
    PUSH,
    TWO,
    expect_needs,
    need,
    plan_of,
    row,
    rows,
    stored,
    told,
    undo,
    wait_for_plan,
    with_plan,
)

UNSURE = {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "unsure"}


def add(page: Page) -> None:
    tree(page).get_by_role("button", name="Add to the plan").click()
    expect(told(page, "Added to your plan.")).to_be_visible()


def test_a_result_is_added_with_its_notes_and_the_plan_is_one_click_away(visit: Visit) -> None:
    page = ready(visit, state(PUSH))
    unfold(page, "record")
    tree(page).get_by_label("What do you need to decide?").fill("Tell the practice")

    add(page)
    told(page, "Added").get_by_role("link", name="Open the plan").click()

    wait_for_plan(page)
    expect_needs(page, "Tell the practice")
    expect(row(page, "Tell the practice")).to_contain_text("Information push")
    expect(page.get_by_role("heading", name="Tell the practice")).to_be_focused()


def test_what_was_added_is_taken_back(visit: Visit) -> None:
    page = ready(visit, state(PUSH))

    add(page)
    expect(tree(page).get_by_role("button", name="Add to the plan")).to_be_hidden()
    expect(tree(page).get_by_role("button", name="Save to the plan")).to_have_count(1)
    undo(page)

    expect(tree(page).get_by_role("button", name="Add to the plan")).to_be_visible()
    assert stored(page)["needs"] == []


def test_an_undecided_state_is_added_too(visit: Visit) -> None:
    page = ready(visit, state(UNSURE))

    use(page, tree(page).get_by_role("button", name="Add to the plan"))

    expect(told(page, "Added to your plan.")).to_be_visible()
    assert stored(page)["needs"][0]["link"] == state(UNSURE).partition("#")[2]


def test_an_unfinished_need_is_answered_and_saved_in_its_place(visit: Visit) -> None:
    page = with_plan(visit, plan_of(need("one", "Tell the practice", OPEN), need("two", "Look up", PUSH)))

    row(page, "Tell the practice").locator("[data-action='plan-answers']").click()
    expect_question(page, "business-acknowledgement")
    expect(page.locator(".fp-plan-bar")).to_contain_text("Tell the practice")
    answer(page, "no")
    answer(page, "yes")
    expect_outcome(page, "information-push")
    tree(page).get_by_role("button", name="Save to the plan").click()

    wait_for_plan(page)
    expect(page).to_have_url(page.url.partition("/guide/")[0] + "/guide/plan/#fp-plan-one")
    expect_needs(page, "Tell the practice", "Look up")
    expect(row(page, "Tell the practice")).to_contain_text("Information push")
    undo(page)
    expect(row(page, "Tell the practice")).to_contain_text("Still possible")


def test_the_answers_of_a_need_are_changed_with_its_ticks_and_notes(visit: Visit) -> None:
    noted = {"provider-availability": {"confirmed": True, "note": "Asked on Monday."}}
    page = with_plan(visit, plan_of(need("one", "Tell the practice", PUSH, confirmations=noted)))

    row(page, "Tell the practice").get_by_role("link", name="Change the answers").click()
    expect_outcome(page, "information-push")
    change(page, "recipients-known")
    answer(page, "no")
    expect_outcome(page, "publish-subscribe")
    tree(page).get_by_role("button", name="Save to the plan").click()

    wait_for_plan(page)
    expect(row(page, "Tell the practice")).to_contain_text("Publish/Subscribe")
    assert stored(page)["needs"][0]["confirmations"]["provider-availability"] == noted["provider-availability"]


def test_a_reader_who_leaves_a_need_adds_another_one(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    row(page, "Tell the practice").get_by_role("link", name="Change the answers").click()
    expect(page.locator(".fp-plan-bar")).to_be_visible()

    tree(page).get_by_role("button", name="Stop changing this need").click()

    expect(page.locator(".fp-plan-bar")).to_have_count(0)
    expect(tree(page).locator(".fp-ask")).to_be_focused()
    add(page)
    assert len(stored(page)["needs"]) == 3


def test_starting_again_is_for_another_need(visit: Visit) -> None:
    page = ready(visit, state(PUSH))
    add(page)

    tree(page).get_by_role("link", name="Start again").click()
    expect_question(page, "proactive-request")

    expect(page.locator(".fp-plan-bar")).to_have_count(0)
    page.go_back()
    expect_outcome(page, "information-push")
    expect(tree(page).get_by_role("button", name="Save to the plan")).to_be_visible()
    page.goto(page.url.partition(CHOOSE)[0] + "plan/")
    wait_for_plan(page)
    expect(rows(page)).to_have_count(1)
