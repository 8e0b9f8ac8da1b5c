"""Notes in two tabs of one browser: each tab keeps its own words, and none loses those of the other."""

from __future__ import annotations

import json

from playwright.sync_api import expect

from notes import (
    NOTES,
    OTHER,
    RESULT,
    another_tab,
    need,
    note,
    offer,
    result,
    tick,
    undo,
)
from the_page import (
    Visit,
    state,
    tree,
    wait_for_engine,
)


class TestTabs:
    def test_two_decisions_in_two_tabs_keep_their_own_words(self, visit: Visit) -> None:
        one = result(visit)
        other = another_tab(one, state(OTHER))

        need(one).fill("One.")
        need(other).fill("Other.")
        need(one).fill("One, still.")

        for page, words in ((one, "One, still."), (other, "Other.")):
            page.reload()
            wait_for_engine(page)
            expect(need(page)).to_have_value(words)

    def test_two_tabs_on_one_decision_keep_what_each_wrote(self, visit: Visit) -> None:
        one = result(visit)
        need(one).fill("One.")
        other = another_tab(one, state(RESULT))
        offer(other).get_by_role("button", name="Use these notes").click()

        note(other).fill("From the other.")
        tick(one).check()

        for page in (one, other):
            expect(need(page)).to_have_value("One.")
            expect(note(page)).to_have_value("From the other.")
            expect(tick(page)).to_be_checked()
        other.reload()
        wait_for_engine(other)
        expect(note(other)).to_have_value("From the other.")
        expect(tick(other)).to_be_checked()

    def test_what_one_tab_discards_another_keeps_while_it_uses_it(self, visit: Visit) -> None:
        one = result(visit)
        need(one).fill("One.")
        other = another_tab(one, state(OTHER))

        offer(other).get_by_role("button", name="Discard them").click()
        expect(offer(other)).to_be_hidden()

        one.wait_for_function(f"() => {NOTES}.length === 1")
        one.reload()
        wait_for_engine(one)
        expect(need(one)).to_have_value("One.")

    def test_undo_of_discarding_leaves_what_another_tab_has_written_since(self, visit: Visit) -> None:
        one = result(visit)
        need(one).fill("One.")
        other = another_tab(one, state(OTHER))
        offer(other).get_by_role("button", name="Discard them").click()
        expect(offer(other)).to_be_hidden()
        need(one).fill("One, and more.")
        other.wait_for_function(f"() => {NOTES}.some(([, text]) => text.includes('One, and more.'))")

        undo(other)

        expect(offer(other)).to_contain_text("One, and more.")
        stored = other.evaluate(NOTES)
        assert [json.loads(text)["need"] for _, text in stored] == ["One, and more."]

    def test_what_another_tab_writes_ends_the_way_back_to_cleared_notes(self, visit: Visit) -> None:
        one = result(visit)
        need(one).fill("One.")
        other = another_tab(one, state(RESULT))
        offer(other).get_by_role("button", name="Use these notes").click()
        tree(one).get_by_role("button", name="Clear my notes").click()
        expect(need(other)).to_have_value("")

        need(other).fill("Anew.")

        expect(need(one)).to_have_value("Anew.")
        expect(tree(one).locator(".fp-toast")).to_be_empty()

    def test_notes_that_are_cleared_with_the_storage_stay_on_the_page_and_can_be_kept_again(self, visit: Visit) -> None:
        one = result(visit)
        need(one).fill("One.")
        tick(one).check()
        other = one.context.new_page()
        other.goto(one.url.partition("choose/")[0] + "about/")

        other.evaluate("localStorage.clear()")

        expect(tree(one).locator(".fp-toast")).to_contain_text("Your notes were deleted from this device.")
        expect(need(one)).to_have_value("One.")
        assert one.evaluate(NOTES) == []
        undo(one)
        assert [json.loads(text)["need"] for _, text in one.evaluate(NOTES)] == ["One."]

        # In the same tab, nothing tells the page; what is typed next brings all back.
        one.evaluate("localStorage.clear()")
        tick(one).uncheck()
        one.reload()
        wait_for_engine(one)
        expect(need(one)).to_have_value("One.")
        expect(tick(one)).not_to_be_checked()
