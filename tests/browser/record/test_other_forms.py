"""The record in the forms that assurance asks for: the browser saves what the command line writes."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from fingerpost.record.document import document
from fingerpost.record.forms import FORMS
from fingerpost.record.nhs import nhs_document
from fingerpost.word import word
from records import need, result, saved, toast
from site_server import Reply, SiteServer
from the_page import Visit, tree, use
from watch import Watch
from word_files import faults_of, read_word


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    """Save a form with a click and return the name and the content of the file."""
    with page.expect_download() as download:
        tree(page).get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def others(page: Page) -> Locator:
    """Return the fold of the other forms."""
    return tree(page).get_by_text("Other forms", exact=True)


def test_the_word_file_holds_what_the_command_line_writes(visit: Visit, server: SiteServer) -> None:
    page = result(visit)
    need(page)
    tree(page).get_by_label("Will the provider system always be available to process requests?", exact=True).check()
    tree(page).get_by_label("Your note on: Will the provider system").fill("Asked on Monday.\n\nYes: <always> & ]]>")
    assert not [path for path in server.requested if "word.mjs" in path]

    name, content = downloaded(page, "Download as Word")

    expect(toast(page, "Record saved to your downloads.")).to_be_visible()
    assert name == "textarea-img-src-x-onerror-alert-1-gnirts-b-registry-repository.docx"
    assert faults_of(content) == []
    record = json.loads(saved(page, "Download as JSON")[1])
    assert read_word(content) == read_word(word(document(record)))
    assert read_word(content).languages == {"en-GB"}

    others(page).click()
    _, content = downloaded(page, "Download as NHS England decision record for Word")
    assert faults_of(content) == []
    assert read_word(content) == read_word(word(nhs_document(record)))


def test_the_other_forms_are_saved_by_keyboard_on_a_small_screen(visit: Visit) -> None:
    page = result(visit, viewport={"width": 360, "height": 800})
    record = json.loads(saved(page, "Download as JSON")[1])
    expect(tree(page).get_by_role("button", name="Download as Checklist DM01 to DM08")).to_be_hidden()

    use(page, others(page))
    for name, button in (
        ("nhs.md", "NHS England decision record"),
        ("checklist.md", "Checklist DM01 to DM08"),
        ("fhir.json", "FHIR"),
    ):
        with page.expect_download() as download:
            use(page, tree(page).get_by_role("button", name=f"Download as {button}", exact=True))
        assert download.value.suggested_filename.endswith(f"-registry-repository.{name}")
        written = FORMS[name.partition(".")[0]].write(record)
        assert Path(download.value.path()).read_text(encoding="utf-8") == written
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_reader_is_told_if_the_library_for_word_does_not_arrive(
    visit: Visit, server: SiteServer, watch: Watch
) -> None:
    watch.expected = ("word.mjs", "404", "decision-tree:")
    page = result(visit)
    server.intercept = lambda path: Reply(404) if path.endswith("word.mjs") else None

    tree(page).get_by_role("button", name="Download as Word", exact=True).click()

    expect(toast(page, "The Word file could not be made. Check your connection, then try again.")).to_be_visible()
