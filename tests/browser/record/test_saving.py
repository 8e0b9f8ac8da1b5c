"""The record: kept while it is written, escaped, saved, copied and opened again."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from playwright.sync_api import Page, expect

from live_tree import DOCS
from notes import FULL
from records import NASTY, RESULT, need, result, saved, toast
from the_page import (
    CHOOSE,
    Visit,
    change,
    expect_outcome,
    reach,
    state,
    tree,
    unfold,
    use,
    wait_for_engine,
)


def test_ticks_and_notes_stay_through_changes_and_reloads(visit: Visit) -> None:
    page = result(visit)
    need(page)
    tree(page).get_by_label("Will the provider system always be available to process requests?", exact=True).check()
    tree(page).get_by_label("Your note on: Will the provider system").fill("Asked on Monday.")

    change(page, "repository-mandate")
    page.go_back()
    page.reload()
    wait_for_engine(page)

    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value(NASTY)
    expect(tree(page).get_by_label("Will the provider system always be available", exact=False).first).to_be_checked()
    expect(tree(page).get_by_label("Your note on: Will the provider system")).to_have_value("Asked on Monday.")


def test_a_record_is_written_and_saved_by_keyboard_alone(visit: Visit) -> None:
    page = result(visit)

    reach(page, tree(page).locator("[data-confirmed='provider-availability']"))
    page.keyboard.press("Space")
    reach(page, tree(page).locator("textarea[data-note='provider-availability']"))
    page.keyboard.type("Asked on Monday.")
    reach(page, tree(page).get_by_label("What do you need to decide?"))
    page.keyboard.type("12 clinics share heights.")
    with page.expect_download() as download:
        use(page, tree(page).get_by_role("button", name="Download as JSON"))

    record = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    noted = {part["id"]: part for part in record["confirm"]}["provider-availability"]
    assert record["need"] == "12 clinics share heights."
    assert (noted["confirmed"], noted["note"]) == (True, "Asked on Monday.")


def test_a_need_of_100_000_characters_is_never_lost(visit: Visit) -> None:
    long_need = (NASTY * 2000)[:100_000]
    page = result(visit)
    # As a paste does it: the browser's own typing takes seconds for so much.
    tree(page).get_by_label("What do you need to decide?").evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); }",
        long_need,
    )

    page.reload()
    wait_for_engine(page)

    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value(long_need)
    unfold(page, "record")
    _, text = saved(page, "Download as JSON")
    assert json.loads(text)["need"] == long_need


def test_the_record_is_saved_as_markdown_and_json(visit: Visit) -> None:
    page = result(visit)
    need(page)

    name, text = saved(page, "Download as Markdown")
    assert name == "textarea-img-src-x-onerror-alert-1-gnirts-b-registry-repository.md"
    assert "Chosen option: “[Registry/Repository](<" in text
    assert "&lt;img src=x onerror=alert(1)>" in text
    assert page.url in text

    name, text = saved(page, "Download as JSON")
    schema = json.loads((DOCS / "reference" / "fingerpost-record.schema.json").read_text(encoding="utf-8"))
    record = json.loads(text)
    assert name == "textarea-img-src-x-onerror-alert-1-gnirts-b-registry-repository.json"
    jsonschema.validate(record, schema)
    assert record["outcome"]["page"] == page.url.partition("choose/")[0] + "patterns/registry-repository/"
    assert record["need"] == NASTY
    assert record["address"] == page.url


def test_a_saved_record_opens_again_in_another_browser(visit: Visit, tmp_path: Path) -> None:
    page = result(visit)
    need(page)
    tree(page).get_by_label("Your note on: Will the provider system").fill("Asked on Monday.")
    name, text = saved(page, "Download as JSON")
    (tmp_path / name).write_text(text, encoding="utf-8")

    other = visit(CHOOSE)
    wait_for_engine(other)
    tree(other).get_by_label("Open a saved record (JSON)").set_input_files(tmp_path / name)

    expect_outcome(other, "registry-repository")
    expect(tree(other).get_by_label("What do you need to decide?")).to_have_value(NASTY)
    expect(tree(other).get_by_label("Your note on: Will the provider system")).to_have_value("Asked on Monday.")
    assert other.url == page.url


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("not a record", "This file is not a saved record."),
        ("{}", "This file is not a saved record."),
        (
            '{"kind": "fingerpost-record", "version": 1, "tree": {"id": "supper"}, "link": "supper"}',
            "for a different set of questions",
        ),
        (
            '{"kind": "fingerpost-record", "version": 1, "tree": {"id": "integration-pattern"}, "link": "no link",'
            ' "need": "Other."}',
            "This file is not a saved record.",
        ),
        (" " * 5_000_001, "This file is larger than 5 MB, so it was not opened."),
    ],
    ids=["no JSON", "no record", "another tree", "no link", "too large"],
)
def test_another_file_is_refused_and_nothing_is_lost(visit: Visit, tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    page = result(visit)
    need(page)

    tree(page).get_by_label("Open a saved record (JSON)").set_input_files(tmp_path / "x.json")

    expect(tree(page).get_by_role("status").filter(has_text=told)).to_have_count(1)
    expect_outcome(page, "registry-repository")
    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value(NASTY)


def copied(page: Page, kind: str) -> str:
    """Return what the clipboard holds for a place that takes this kind of text."""
    return page.evaluate(
        "async (kind) => (await (await navigator.clipboard.read())[0].getType(kind)).text()", f"text/{kind}"
    )


def test_a_copied_record_is_rich_text_in_a_wiki_and_markdown_in_a_ticket(visit: Visit) -> None:
    page = result(visit, permissions=["clipboard-read", "clipboard-write"])
    need(page)

    tree(page).get_by_role("button", name="Copy for a wiki or ticket").click()

    expect(toast(page, "Record copied.")).to_be_in_viewport()
    assert ": Registry/Repository\n\n## Context" in copied(page, "plain")
    rich = copied(page, "html")
    assert ": Registry/Repository</h2><p>Status: proposed<br>Date: 20" in rich
    assert "<h3>Decision Outcome</h3>" in rich
    assert f'href="{page.url}"'.replace("&", "&amp;") in rich
    assert "&lt;img src=x onerror=alert(1)&gt;" in rich


def test_where_rich_text_cannot_be_copied_the_markdown_is(visit: Visit) -> None:
    page = visit(CHOOSE, permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("delete window.ClipboardItem;")
    page.goto(page.url.replace(CHOOSE, state(RESULT)))
    page.reload()
    wait_for_engine(page)
    unfold(page, "record")

    tree(page).get_by_role("button", name="Copy for a wiki or ticket").click()

    expect(toast(page, "Record copied.")).to_be_visible()
    assert "# Choose an integration pattern: Registry/Repository" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("refusal", ["throw new DOMException('full', 'QuotaExceededError')", "throw new Error('no')"])
def test_where_notes_cannot_be_kept_the_page_says_so_and_goes_on(visit: Visit, refusal: str) -> None:
    page = visit("about/")
    page.add_init_script(f"Storage.prototype.setItem = () => {{ {refusal}; }};")
    page.goto(page.url.replace("about/", state(RESULT)))
    wait_for_engine(page)

    need(page)

    expect(tree(page).get_by_role("status").filter(has_text="notes are not kept on this page")).to_have_count(1)
    _, text = saved(page, "Download as JSON")
    assert json.loads(text)["need"] == NASTY


def test_a_record_that_is_opened_is_told_at_once_and_so_is_that_it_cannot_be_kept(visit: Visit, tmp_path: Path) -> None:
    page = result(visit)
    need(page)
    name, text = saved(page, "Download as JSON")
    (tmp_path / name).write_text(text, encoding="utf-8")
    tree(page).get_by_role("button", name="Clear my notes").click()
    # A long file takes the engine a while.
    page.evaluate(
        "() => { const post = Worker.prototype.postMessage; Worker.prototype.postMessage = function (message) {"
        " window.release = () => post.call(this, message); }; }"
    )
    tree(page).get_by_label("Open a saved record (JSON)").set_input_files(tmp_path / name)
    expect(toast(page, "The file is being opened.")).to_be_visible()

    page.evaluate(FULL)
    page.evaluate("window.release()")

    told = toast(page, "Record opened. Your notes are not kept on this page.")
    expect(told.get_by_role("button", name="Undo")).to_be_visible()
    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value(NASTY)
