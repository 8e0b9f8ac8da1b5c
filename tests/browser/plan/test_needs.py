"""The needs of a plan on its page: begin, name, order, duplicate, remove, tick; with the keyboard alone, too."""

from __future__ import annotations

from playwright.sync_api import expect

from held_calls import hold, release, wait_for_held
from the_page import Visit, reach, use
from the_plan import (
    OPEN,
    PLAN,
    PUSH,
    TWO,
    act,
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


def test_an_empty_plan_says_what_it_is_and_how_to_begin(visit: Visit) -> None:
    page = visit(PLAN)
    wait_for_plan(page)

    expect(page.get_by_role("heading", name="Your plan is empty")).to_be_visible()
    expect(page.get_by_text("one for each flow of information").first).to_be_visible()
    expect(page.get_by_role("heading", name="Needs", exact=True)).to_be_hidden()
    page.get_by_role("link", name="Answer the questions").first.click()
    page.wait_for_url("**/choose/")


def test_a_need_in_the_reader_s_own_words_shows_what_is_still_possible(visit: Visit) -> None:
    page = visit(PLAN)
    wait_for_plan(page)

    page.get_by_label("What do you need?").fill("Share <b>results</b> & more")
    page.get_by_role("button", name="Add this need").click()

    expect_needs(page, "Share <b>results</b> & more")
    expect(rows(page)).to_contain_text("Still possible")
    expect(rows(page).get_by_role("link", name="Publish/Subscribe")).to_be_visible()
    expect(page.get_by_label("What do you need?")).to_be_focused()
    expect(page.get_by_label("What do you need?")).to_have_value("")
    undo(page)
    expect(page.get_by_role("heading", name="Your plan is empty")).to_be_visible()


def test_words_are_stored_while_the_reader_types_and_the_field_keeps_the_focus(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    field = row(page, "Tell the practice").get_by_label("The need, in your own words")

    field.focus()
    page.keyboard.press("End")
    page.keyboard.type(" today", delay=30)

    expect_needs(page, "Tell the practice today", "Look up the record")
    expect(field).to_be_focused()
    expect(field).to_have_value("Tell the practice today")
    row(page, "Look up the record").get_by_label("Which system has or sends it?").fill("Archive")
    page.reload()
    wait_for_plan(page)
    assert [each["need"] for each in stored(page)["needs"]] == ["Tell the practice today", "Look up the record"]
    expect(row(page, "Look up the record").get_by_label("Which system has or sends it?")).to_have_value("Archive")


def test_what_is_typed_while_the_engine_stores_is_stored_too(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    hold(page, "plan")
    row(page, "Tell the practice").get_by_label("The need, in your own words").focus()
    page.keyboard.press("End")
    page.keyboard.type(" to")
    wait_for_held(page)

    page.keyboard.type("day")
    release(page)

    expect_needs(page, "Tell the practice today", "Look up the record")
    page.wait_for_timeout(1000)
    page.reload()
    wait_for_plan(page)
    assert [each["need"] for each in stored(page)["needs"]] == ["Tell the practice today", "Look up the record"]


def test_a_need_that_moves_keeps_the_focus_on_its_button(visit: Visit) -> None:
    page = with_plan(visit, plan_of(need("a", "First", PUSH), need("b", "Second", OPEN), need("c", "Third", PUSH)))
    down = row(page, "First").get_by_role("button", name="Move down")

    reach(page, down)
    page.keyboard.press("Enter")
    expect_needs(page, "Second", "First", "Third")
    expect(down).to_be_focused()
    expect(page.locator(".fp-announcement")).to_contain_text("2 of 3")
    page.keyboard.press("Enter")
    expect_needs(page, "Second", "Third", "First")
    expect(down).to_be_focused()
    expect(down).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".fp-announcement")).to_have_text("This need is the last one.")

    use(page, row(page, "Third").get_by_role("button", name="Move up"))
    expect_needs(page, "Third", "Second", "First")
    assert [each["id"] for each in stored(page)["needs"]] == ["c", "b", "a"]


def test_a_removed_need_comes_back_at_its_place(visit: Visit) -> None:
    page = with_plan(visit, TWO)

    act(page, "Tell the practice", "Remove")
    expect_needs(page, "Look up the record")
    expect(page.get_by_role("heading", name="Look up the record")).to_be_focused()
    undo(page)

    expect_needs(page, "Tell the practice", "Look up the record")
    expect(page.get_by_role("heading", name="Tell the practice")).to_be_focused()
    page.get_by_role("button", name="Remove all needs").click()
    expect(page.get_by_role("heading", name="Your plan is empty")).to_be_focused()
    undo(page)
    expect_needs(page, "Tell the practice", "Look up the record")


def test_a_duplicate_follows_its_need_and_has_the_focus(visit: Visit) -> None:
    page = with_plan(visit, TWO)

    act(page, "Tell the practice", "Duplicate")

    expect_needs(page, "Tell the practice", "Tell the practice", "Look up the record")
    expect(rows(page).nth(1).get_by_role("heading")).to_be_focused()
    undo(page)
    expect_needs(page, "Tell the practice", "Look up the record")


def test_ticks_and_notes_are_kept_and_counted(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    first = row(page, "Tell the practice")

    first.get_by_text("To confirm: 0 of").click()
    first.get_by_role("checkbox").first.check()
    first.get_by_label("Your note").first.fill("Asked on Monday.")
    page.get_by_label("Name of the plan").fill("Discharge")

    expect(first.get_by_text("To confirm: 1 of")).to_be_visible()
    expect(first.get_by_role("checkbox").first).to_be_visible()
    page.reload()
    wait_for_plan(page)
    first.get_by_text("To confirm: 1 of").click()
    expect(first.get_by_role("checkbox").first).to_be_checked()
    expect(first.get_by_label("Your note").first).to_have_value("Asked on Monday.")
    expect(page.get_by_label("Name of the plan")).to_have_value("Discharge")

    first.get_by_role("checkbox").first.uncheck()
    expect(first.get_by_text("To confirm: 0 of")).to_be_visible()
    (noted,) = stored(page)["needs"][0]["confirmations"].values()
    assert noted == {"confirmed": False, "note": "Asked on Monday."}


def test_the_plan_names_the_patterns_and_draws_the_needs(visit: Visit) -> None:
    page = with_plan(visit, TWO)

    expect(page.locator("[data-plan-part='used']")).to_contain_text("Information push")
    expect(page.locator("[data-plan-part='used']")).to_contain_text("Shared repository")
    expect(page.locator("[data-plan-part='picture']")).to_be_visible()
    expect(told(page, "could not")).to_have_count(0)
