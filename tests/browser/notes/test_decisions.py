"""The reader's notes belong to one decision: they stay with it, are offered to another, and are never lost."""

from __future__ import annotations

from playwright.sync_api import expect

from notes import (
    NOTES,
    OTHER,
    expect_written,
    need,
    offer,
    record,
    result,
    undo,
    write,
)
from the_page import (
    CHOOSE,
    Visit,
    answer,
    answer_to_publish_subscribe,
    change,
    expect_outcome,
    expect_question,
    state,
    tree,
    wait_for_engine,
)


class TestStartAgain:
    def test_the_next_decision_has_none_of_the_last_ones_words(self, visit: Visit) -> None:
        page = result(visit)
        write(page)

        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        answer_to_publish_subscribe(page)

        expect(need(page)).to_have_value("")
        written = record(page)
        assert "need" not in written
        assert not any(part["confirmed"] or part["note"] for part in written["confirm"])

    def test_undo_brings_answers_and_notes_back(self, visit: Visit) -> None:
        page = result(visit)
        write(page)

        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        undo(page)

        expect_outcome(page, "registry-repository")
        expect_written(page)
        expect(offer(page)).to_be_hidden()

    def test_the_old_notes_are_offered_and_can_be_used(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()
        expect(offer(page)).to_contain_text("You have notes from an earlier decision. See heights.")

        answer(page, "yes")
        offer(page).get_by_role("button", name="Use these notes").click()

        expect(tree(page).locator("[data-panel='record']")).to_have_attribute("open", "")
        expect(need(page)).to_have_value("See heights.")
        expect(need(page)).to_be_focused()
        expect(offer(page)).to_be_hidden()
        page.reload()
        wait_for_engine(page)
        expect(need(page)).to_have_value("See heights.")

    def test_where_no_need_is_asked_for_the_heading_has_the_focus_of_used_notes(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        expect(tree(page).locator(".fp-live [data-need]")).to_have_count(0)

        offer(page).get_by_role("button", name="Use these notes").click()

        expect(tree(page).locator(".fp-live .fp-ask")).to_be_focused()

    def test_used_notes_stay_on_the_way_back_and_with_another_answer(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()
        answer(page, "yes")
        expect_question(page, "care-setting")
        answer(page, "no")
        expect_question(page, "repository-mandate")
        offer(page).get_by_role("button", name="Use these notes").click()

        page.go_back()
        expect_question(page, "care-setting")
        expect(need(page)).to_have_value("See heights.")
        page.reload()
        wait_for_engine(page)
        expect(need(page)).to_have_value("See heights.")
        answer(page, "yes")

        expect_question(page, "location-known")
        expect(need(page)).to_have_value("See heights.")

    def test_used_notes_do_not_take_the_place_of_those_of_a_third_decision(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        first = page.url
        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        answer_to_publish_subscribe(page)
        need(page).fill("Book a visit.")
        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        expect(offer(page)).to_contain_text("Book a visit.")
        offer(page).get_by_role("button", name="Use these notes").first.click()

        page.evaluate("hash => { location.hash = hash; }", "#" + first.partition("#")[2])

        expect_outcome(page, "registry-repository")
        expect_written(page)

    def test_notes_that_were_put_aside_are_not_offered(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()
        expect(offer(page)).to_contain_text("See heights.")
        page.evaluate(f"""() => {{
          const [[key, text]] = {NOTES};
          localStorage.removeItem(key);
          localStorage.setItem(`${{key}} saved 1`, text);
        }}""")

        page.reload()
        wait_for_engine(page)

        expect_question(page, "proactive-request")
        expect(offer(page)).to_be_hidden()

    def test_the_old_notes_can_be_discarded_and_that_can_be_undone(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()

        offer(page).get_by_role("button", name="Discard them").click()
        expect(offer(page)).to_be_hidden()
        assert page.evaluate(f"{NOTES}.length") == 0
        assert page.evaluate("document.activeElement !== document.body")
        undo(page)

        expect(offer(page)).to_contain_text("See heights.")

    def test_back_leads_to_the_old_decision_with_its_notes(self, visit: Visit) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")

        page.go_back()

        expect_outcome(page, "registry-repository")
        expect_written(page)


def test_notes_stay_while_the_same_decision_is_changed(visit: Visit) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)
    answer(page, "yes")
    answer(page, "no")
    expect_question(page, "repository-mandate")
    need(page).fill("See heights.")

    page.go_back()
    expect_question(page, "care-setting")
    expect(need(page)).to_have_value("See heights.")
    answer(page, "yes")

    expect_question(page, "location-known")
    expect(need(page)).to_have_value("See heights.")


def test_a_link_to_other_answers_brings_no_words_of_the_last_decision(visit: Visit) -> None:
    page = result(visit)
    write(page)

    page.goto(page.url.partition(CHOOSE)[0] + "about/")
    page.goto(page.url.partition("about/")[0] + state(OTHER))
    wait_for_engine(page)
    expect_outcome(page, "information-push")

    expect(need(page)).to_have_value("")
    expect(offer(page)).to_be_visible()
    with page.expect_navigation():
        # Two pages at once: the page between, while it settles, may replace its entry and so end a second step back.
        page.evaluate("history.go(-2)")
    wait_for_engine(page)
    expect_written(page)


def test_a_tick_beside_another_outcome_is_not_in_the_record(visit: Visit) -> None:
    page = result(visit)
    write(page)

    change(page, "care-setting")
    answer(page, "unsure")
    expect_question(page, "location-known")

    assert record(page)["confirm"] == []


def test_a_step_in_the_picture_of_the_tree_keeps_the_notes(visit: Visit) -> None:
    page = visit(state({"proactive-request": "yes"}), viewport={"width": 1280, "height": 900})
    wait_for_engine(page)
    need(page).fill("See heights.")

    page.locator(".fp-map-picture [data-node='recipients-known']").click()

    expect_question(page, "recipients-known")
    expect(need(page)).to_have_value("See heights.")
    expect(offer(page)).to_be_hidden()
