"""What is cleared or replaced comes back, until the reader writes on."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from records import NASTY, need, result, saved, toast
from the_page import (
    Visit,
    answer,
    expect_outcome,
    tree,
    unfold,
)


def test_cleared_notes_come_back(visit: Visit) -> None:
    page = result(visit)
    need(page)
    tree(page).get_by_label("Your note on: Will the provider system").fill("Asked on Monday.")

    tree(page).get_by_role("button", name="Clear my notes").click()

    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value("")
    expect(tree(page).get_by_label("Your note on: Will the provider system")).to_have_value("")
    toast(page, "Your notes are cleared.").get_by_role("button", name="Undo").click()
    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value(NASTY)
    expect(tree(page).get_by_label("Your note on: Will the provider system")).to_have_value("Asked on Monday.")
    expect(toast(page, "cleared")).to_have_count(0)


def test_words_written_since_end_the_way_back_to_cleared_notes(visit: Visit) -> None:
    page = result(visit)
    need(page)
    tree(page).get_by_role("button", name="Clear my notes").click()
    expect(toast(page, "Your notes are cleared.").get_by_role("button", name="Undo")).to_be_visible()

    tree(page).get_by_label("Your note on: Will the provider system").focus()
    page.keyboard.type("Asked on Monday.")

    expect(tree(page).locator(".fp-toast")).to_be_empty()
    expect(tree(page).get_by_label("Your note on: Will the provider system")).to_have_value("Asked on Monday.")


def test_words_written_since_end_the_way_back_from_an_opened_record(visit: Visit, tmp_path: Path) -> None:
    page = result(visit)
    name, text = saved(page, "Download as JSON")
    (tmp_path / name).write_text(text, encoding="utf-8")
    tree(page).get_by_label("Open a saved record (JSON)").set_input_files(tmp_path / name)
    expect(toast(page, "Record opened.").get_by_role("button", name="Undo")).to_be_visible()
    unfold(page, "confirm")

    tree(page).get_by_label("Your note on: Will the provider system").focus()
    page.keyboard.type("Asked on Monday.")

    expect(tree(page).locator(".fp-toast")).to_be_empty()


def test_notes_that_an_opened_record_replaced_come_back(visit: Visit, tmp_path: Path) -> None:
    page = result(visit)
    name, text = saved(page, "Download as JSON")
    (tmp_path / name).write_text(text, encoding="utf-8")
    tree(page).get_by_role("link", name="Start again").click()
    answer(page, "yes")
    need(page)
    before = page.url

    tree(page).get_by_label("Open a saved record (JSON)").set_input_files(tmp_path / name)
    expect_outcome(page, "registry-repository")
    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value("")
    toast(page, "Record opened.").get_by_role("button", name="Undo").click()

    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value(NASTY)
    expect(page).to_have_url(before)


def test_start_again_can_be_taken_back(visit: Visit) -> None:
    page = result(visit)
    before = page.url

    tree(page).get_by_role("link", name="Start again").click()
    toast(page, "Your answers are cleared.").get_by_role("button", name="Undo").click()

    expect_outcome(page, "registry-repository")
    expect(page).to_have_url(before)
    expect(toast(page, "cleared")).to_have_count(0)


def test_what_was_said_goes_when_the_reader_goes_on(visit: Visit) -> None:
    page = result(visit)

    tree(page).get_by_role("link", name="Start again").click()
    expect(toast(page, "Your answers are cleared.")).to_be_visible()
    answer(page, "yes")

    expect(toast(page, "cleared")).to_have_count(0)
