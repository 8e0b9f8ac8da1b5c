"""The reader's notes belong to one decision: kept with it, offered to another, never lost, never stored unasked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from project.paths import ROOT
from the_page import (
    CHOOSE,
    answer,
    answer_to_publish_subscribe,
    change,
    expect_outcome,
    expect_question,
    state,
    tree,
    unfold,
    wait_for_engine,
)
from watch import Watch

RESULT = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "no"}
OTHER = {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "yes"}

STORED = "() => [Object.keys(localStorage), Object.keys(sessionStorage)].map((keys) => keys.sort())"
NOTES = "Object.entries(localStorage).filter(([key]) => key.startsWith('fingerpost notes'))"


def result(visit: Callable[..., Page], answers: dict[str, str] = RESULT) -> Page:
    """Open a result with the engine ready."""
    page = visit(state(answers))
    wait_for_engine(page)
    return page


def another_tab(page: Page, address: str) -> Page:
    """Open a further tab of the same browser."""
    other = page.context.new_page()
    other.goto(page.url.partition(CHOOSE)[0] + address)
    wait_for_engine(other)
    return other


def need(page: Page) -> Locator:
    if tree(page).locator("[data-panel='record']").count():
        unfold(page, "record")
    return tree(page).locator("[data-need]")


def tick(page: Page) -> Locator:
    if tree(page).locator("[data-panel='confirm']").count():
        unfold(page, "confirm")
    return tree(page).locator("[data-confirmed='provider-availability']")


def note(page: Page) -> Locator:
    unfold(page, "confirm")
    return tree(page).locator("[data-note='provider-availability']")


def offer(page: Page) -> Locator:
    """Return the offer of notes of an earlier decision."""
    return tree(page).locator(".fp-earlier")


def undo(page: Page) -> None:
    tree(page).get_by_role("status").get_by_role("button", name="Undo").click()


def write(page: Page) -> None:
    """Write a need, a tick and a note."""
    need(page).fill("See heights.")
    tick(page).check()
    note(page).fill("Asked on Monday.")


def expect_written(page: Page) -> None:
    expect(need(page)).to_have_value("See heights.")
    expect(tick(page)).to_be_checked()
    expect(note(page)).to_have_value("Asked on Monday.")


def record(page: Page) -> dict[str, Any]:
    """Download the record's JSON."""
    unfold(page, "record")
    with page.expect_download() as download:
        tree(page).get_by_role("button", name="Download as JSON").click()
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


class TestStartAgain:
    def test_the_next_decision_has_none_of_the_last_ones_words(self, visit: Callable[..., Page]) -> None:
        page = result(visit)
        write(page)

        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        answer_to_publish_subscribe(page)

        expect(need(page)).to_have_value("")
        written = record(page)
        assert "need" not in written
        assert not any(part["confirmed"] or part["note"] for part in written["confirm"])

    def test_undo_brings_answers_and_notes_back(self, visit: Callable[..., Page]) -> None:
        page = result(visit)
        write(page)

        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        undo(page)

        expect_outcome(page, "registry-repository")
        expect_written(page)
        expect(offer(page)).to_be_hidden()

    def test_the_old_notes_are_offered_and_can_be_used(self, visit: Callable[..., Page]) -> None:
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

    def test_where_no_need_is_asked_for_the_heading_has_the_focus_of_used_notes(
        self, visit: Callable[..., Page]
    ) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        expect(tree(page).locator(".fp-live [data-need]")).to_have_count(0)

        offer(page).get_by_role("button", name="Use these notes").click()

        expect(tree(page).locator(".fp-live .fp-ask")).to_be_focused()

    def test_used_notes_stay_on_the_way_back_and_with_another_answer(self, visit: Callable[..., Page]) -> None:
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

    def test_the_old_notes_can_be_discarded_and_that_can_be_undone(self, visit: Callable[..., Page]) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()

        offer(page).get_by_role("button", name="Discard them").click()
        expect(offer(page)).to_be_hidden()
        assert page.evaluate(f"{NOTES}.length") == 0
        assert page.evaluate("document.activeElement !== document.body")
        undo(page)

        expect(offer(page)).to_contain_text("See heights.")

    def test_back_leads_to_the_old_decision_with_its_notes(self, visit: Callable[..., Page]) -> None:
        page = result(visit)
        write(page)
        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")

        page.go_back()

        expect_outcome(page, "registry-repository")
        expect_written(page)


def test_notes_stay_while_the_same_decision_is_changed(visit: Callable[..., Page]) -> None:
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


def test_a_link_to_other_answers_brings_no_words_of_the_last_decision(visit: Callable[..., Page]) -> None:
    page = result(visit)
    write(page)

    page.goto(page.url.partition(CHOOSE)[0] + "about/")
    page.goto(page.url.partition("about/")[0] + state(OTHER))
    wait_for_engine(page)
    expect_outcome(page, "information-push")

    expect(need(page)).to_have_value("")
    expect(offer(page)).to_be_visible()
    page.go_back()
    page.go_back()
    wait_for_engine(page)
    expect_written(page)


def test_a_tick_beside_another_outcome_is_not_in_the_record(visit: Callable[..., Page]) -> None:
    page = result(visit)
    write(page)

    change(page, "care-setting")
    answer(page, "unsure")
    expect_question(page, "location-known")

    assert record(page)["confirm"] == []


class TestTabs:
    def test_two_decisions_in_two_tabs_keep_their_own_words(self, visit: Callable[..., Page]) -> None:
        one = result(visit)
        other = another_tab(one, state(OTHER))

        need(one).fill("One.")
        need(other).fill("Other.")
        need(one).fill("One, still.")

        for page, words in ((one, "One, still."), (other, "Other.")):
            page.reload()
            wait_for_engine(page)
            expect(need(page)).to_have_value(words)

    def test_two_tabs_on_one_decision_keep_what_each_wrote(self, visit: Callable[..., Page]) -> None:
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

    def test_what_one_tab_discards_another_keeps_while_it_uses_it(self, visit: Callable[..., Page]) -> None:
        one = result(visit)
        need(one).fill("One.")
        other = another_tab(one, state(OTHER))

        offer(other).get_by_role("button", name="Discard them").click()
        expect(offer(other)).to_be_hidden()

        one.wait_for_function(f"() => {NOTES}.length === 1")
        one.reload()
        wait_for_engine(one)
        expect(need(one)).to_have_value("One.")

    def test_undo_of_discarding_leaves_what_another_tab_has_written_since(self, visit: Callable[..., Page]) -> None:
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

    def test_what_another_tab_writes_ends_the_way_back_to_cleared_notes(self, visit: Callable[..., Page]) -> None:
        one = result(visit)
        need(one).fill("One.")
        other = another_tab(one, state(RESULT))
        offer(other).get_by_role("button", name="Use these notes").click()
        tree(one).get_by_role("button", name="Clear my notes").click()
        expect(need(other)).to_have_value("")

        need(other).fill("Anew.")

        expect(need(one)).to_have_value("Anew.")
        expect(tree(one).locator(".fp-toast")).to_be_empty()


def test_a_step_in_the_picture_of_the_tree_keeps_the_notes(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes"}), viewport={"width": 1280, "height": 900})
    wait_for_engine(page)
    need(page).fill("See heights.")

    page.locator(".fp-map-picture [data-node='recipients-known']").click()

    expect_question(page, "recipients-known")
    expect(need(page)).to_have_value("See heights.")
    expect(offer(page)).to_be_hidden()


class TestStorage:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_a_visit_without_words_and_choices_stores_nothing(self, visit: Callable[..., Page], scheme: str) -> None:
        page = visit("", color_scheme=scheme)
        for address in ("patterns/", state(RESULT), "authors/decisions/two-trees-on-one-page/", CHOOSE):
            page.goto(page.url.partition("/guide/")[0] + "/guide/" + address)
            page.wait_for_load_state("load")
        wait_for_engine(page)
        answer_to_publish_subscribe(page)
        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        page.get_by_role("link", name="Patterns", exact=True).first.click()
        page.wait_for_url("**/patterns/")

        assert page.evaluate(STORED) == [[], []]

    def test_a_colour_scheme_that_was_chosen_is_kept(self, visit: Callable[..., Page]) -> None:
        page = visit("about/")

        page.get_by_role("button", name="Switch to light mode").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")
        page.reload()

        expect(page.locator("body")).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")

    def test_pages_of_two_sites_on_one_host_have_notes_of_their_own(self, visit: Callable[..., Page]) -> None:
        page = result(visit)
        write(page)

        keys = page.evaluate(STORED)

        assert [len(part) for part in keys] == [1, 1]
        assert all("/guide/choose/ integration-pattern" in key for part in keys for key in part)

    def test_notes_of_the_form_before_are_offered(self, visit: Callable[..., Page]) -> None:
        page = visit("about/")
        old = {"need": "Old.", "confirmations": {"provider-availability": {"confirmed": True, "note": "Said so."}}}
        page.evaluate("old => localStorage.setItem('fingerpost:notes:integration-pattern', JSON.stringify(old))", old)
        page.goto(page.url.replace("about/", state(RESULT)))
        wait_for_engine(page)
        expect(need(page)).to_have_value("")

        offer(page).get_by_role("button", name="Use these notes").click()

        expect(need(page)).to_have_value("Old.")
        expect(note(page)).to_have_value("Said so.")
        page.reload()
        wait_for_engine(page)
        expect(need(page)).to_have_value("Old.")
        assert page.evaluate("localStorage.getItem('fingerpost:notes:integration-pattern')") is None

    def test_spoilt_notes_are_reported_and_the_page_goes_on(self, visit: Callable[..., Page]) -> None:
        page = result(visit)
        write(page)
        page.evaluate(f"{NOTES}.forEach(([key]) => localStorage.setItem(key, '{{spoilt'))")

        page.reload()
        wait_for_engine(page)

        expect(tree(page).get_by_role("status").filter(has_text="cannot be read")).to_have_count(1)
        need(page).fill("Anew.")
        expect(tree(page).get_by_role("status").filter(has_text="cannot be read")).to_have_count(0)
        assert record(page)["need"] == "Anew."

    @pytest.mark.parametrize("spoilt", ["{", "[1]", '{"a": 1}', "null"])
    def test_a_spoilt_list_of_decisions_loses_no_notes(self, visit: Callable[..., Page], spoilt: str) -> None:
        page = result(visit)
        write(page)
        page.evaluate("text => sessionStorage.setItem(Object.keys(sessionStorage)[0], text)", spoilt)

        page.reload()
        wait_for_engine(page)

        expect(offer(page)).to_contain_text("See heights.")

    def test_where_storage_is_refused_altogether_undo_still_brings_notes_back(
        self, visit: Callable[..., Page], watch: Watch
    ) -> None:
        watch.expected = ("storage refused by the test",)  # Material's own scripts do without a catch
        page = visit("about/")
        page.add_init_script(
            "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
            " { get() { throw new DOMException('storage refused by the test', 'SecurityError'); } });"
        )
        page.goto(page.url.replace("about/", state(RESULT)))
        wait_for_engine(page)
        write(page)
        expect(tree(page).get_by_role("status").filter(has_text="does not let the page keep your notes")).to_have_count(
            1
        )

        tree(page).get_by_role("link", name="Start again").click()
        expect_question(page, "proactive-request")
        undo(page)

        expect_written(page)


NOTES_MODULE = ROOT / "engine" / "fingerpost" / "web" / "element" / "notes" / "notes.mjs"

IDS = ("constructor", "__proto__", "to-string", "hasOwnProperty", "toString")

NOTES_OF_ODD_IDS = """async ([module, ids]) => {
  const { Notes } = await import(module);
  const field = (name) => Object.assign(document.createElement("textarea"), { value: `About ${name}` });
  const notes = new Notes("odd");
  notes.follow("odd", false);
  for (const id of ids) {
    const area = field(id);
    area.dataset.note = id;
    notes.take(area);
  }
  const again = new Notes("odd");
  again.follow("odd", false);
  const place = document.createElement("div");
  for (const id of ids) place.append(Object.assign(document.createElement("textarea"), {}));
  [...place.children].forEach((area, number) => { area.dataset.note = ids[number]; });
  again.fill(place);
  return {
    shown: [...place.children].map((area) => area.value),
    sent: Object.entries(JSON.parse(JSON.stringify(again.data)).confirmations).map(([id, about]) => [id, about.note]),
    clean: Object.keys(Object.prototype).length === 0 && Object.note === undefined && ({}).note === undefined,
  };
}"""


def test_an_id_may_be_a_word_that_every_object_knows(visit: Callable[..., Page]) -> None:
    page = visit("about/")
    # The site has it as a part of its one script.
    page.route("**/notes.mjs", lambda route: route.fulfill(path=NOTES_MODULE, content_type="text/javascript"))

    said = page.evaluate(NOTES_OF_ODD_IDS, [page.url.replace("about/", "assets/fingerpost/notes.mjs"), IDS])

    words = [f"About {name}" for name in IDS]
    assert said == {
        "shown": words,
        "sent": [[name, text] for name, text in zip(IDS, words, strict=True)],
        "clean": True,
    }
