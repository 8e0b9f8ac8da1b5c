"""The reader's notes and the record: kept, escaped, saved, printed and opened again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from playwright.sync_api import Locator, Page, expect

from live_tree import DOCS
from the_page import (
    CHOOSE,
    answer,
    change,
    expect_outcome,
    expect_question,
    reach,
    state,
    tree,
    unfold,
    use,
    wait_for_engine,
)
from watch import FAULTS_OF_THE_ENGINE, Watch

RESULT = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "no"}

NASTY = "</textarea><img src=x onerror=alert(1)> \u202egnirts\u202c \U0001f469\u200d\u2695\ufe0f & *b*\nline 2"


def result(visit: Callable[..., Page], **options: object) -> Page:
    """Open a result with the engine ready, and what is folded away there."""
    page = visit(state(RESULT), **options)
    wait_for_engine(page)
    expect_outcome(page, "registry-repository")
    unfold(page, "confirm", "record")
    return page


def told(page: Page, text: str) -> Locator:
    """Return the line that says what just happened."""
    return tree(page).get_by_role("status").locator(".fp-toast").filter(has_text=text)


def need(page: Page) -> None:
    """Write down a need."""
    unfold(page, "record")
    tree(page).get_by_label("What do you need to decide?").fill(NASTY)


def saved(page: Page, button: str) -> tuple[str, str]:
    """Save a record and return the file's name and content."""
    with page.expect_download() as download:
        tree(page).get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")


def test_ticks_and_notes_stay_through_changes_and_reloads(visit: Callable[..., Page]) -> None:
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


def test_a_record_is_written_and_saved_by_keyboard_alone(visit: Callable[..., Page]) -> None:
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


def test_a_need_of_100_000_characters_is_never_lost(visit: Callable[..., Page]) -> None:
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


def test_the_record_is_saved_as_markdown_and_json(visit: Callable[..., Page]) -> None:
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


def test_a_saved_record_opens_again_in_another_browser(visit: Callable[..., Page], tmp_path: Path) -> None:
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
    ],
)
def test_another_file_is_refused_and_nothing_is_lost(
    visit: Callable[..., Page], tmp_path: Path, content: str, told: str
) -> None:
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


def test_a_copied_record_is_rich_text_in_a_wiki_and_markdown_in_a_ticket(visit: Callable[..., Page]) -> None:
    page = result(visit, permissions=["clipboard-read", "clipboard-write"])
    need(page)

    tree(page).get_by_role("button", name="Copy for a wiki or ticket").click()

    expect(told(page, "Record copied.")).to_be_in_viewport()
    assert ": Registry/Repository\n\n## Context" in copied(page, "plain")
    rich = copied(page, "html")
    assert ": Registry/Repository</h2><p>Status: proposed<br>Date: 20" in rich
    assert "<h3>Decision Outcome</h3>" in rich
    assert f'href="{page.url}"'.replace("&", "&amp;") in rich
    assert "&lt;img src=x onerror=alert(1)&gt;" in rich


def test_where_rich_text_cannot_be_copied_the_markdown_is(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE, permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("delete window.ClipboardItem;")
    page.goto(page.url.replace(CHOOSE, state(RESULT)))
    page.reload()
    wait_for_engine(page)
    unfold(page, "record")

    tree(page).get_by_role("button", name="Copy for a wiki or ticket").click()

    expect(told(page, "Record copied.")).to_be_visible()
    assert "# Choose an integration pattern: Registry/Repository" in page.evaluate("navigator.clipboard.readText()")


def test_cleared_notes_come_back(visit: Callable[..., Page]) -> None:
    page = result(visit)
    need(page)
    tree(page).get_by_label("Your note on: Will the provider system").fill("Asked on Monday.")

    tree(page).get_by_role("button", name="Clear my notes").click()

    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value("")
    expect(tree(page).get_by_label("Your note on: Will the provider system")).to_have_value("")
    told(page, "Your notes are cleared.").get_by_role("button", name="Undo").click()
    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value(NASTY)
    expect(tree(page).get_by_label("Your note on: Will the provider system")).to_have_value("Asked on Monday.")
    expect(told(page, "cleared")).to_have_count(0)


def test_words_written_since_end_the_way_back_to_cleared_notes(visit: Callable[..., Page]) -> None:
    page = result(visit)
    need(page)
    tree(page).get_by_role("button", name="Clear my notes").click()
    expect(told(page, "Your notes are cleared.").get_by_role("button", name="Undo")).to_be_visible()

    tree(page).get_by_label("Your note on: Will the provider system").focus()
    page.keyboard.type("Asked on Monday.")

    expect(tree(page).locator(".fp-toast")).to_be_empty()
    expect(tree(page).get_by_label("Your note on: Will the provider system")).to_have_value("Asked on Monday.")


def test_words_written_since_end_the_way_back_from_an_opened_record(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = result(visit)
    name, text = saved(page, "Download as JSON")
    (tmp_path / name).write_text(text, encoding="utf-8")
    tree(page).get_by_label("Open a saved record (JSON)").set_input_files(tmp_path / name)
    expect(told(page, "Record opened.").get_by_role("button", name="Undo")).to_be_visible()
    unfold(page, "confirm")

    tree(page).get_by_label("Your note on: Will the provider system").focus()
    page.keyboard.type("Asked on Monday.")

    expect(tree(page).locator(".fp-toast")).to_be_empty()


def test_notes_that_an_opened_record_replaced_come_back(visit: Callable[..., Page], tmp_path: Path) -> None:
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
    told(page, "Record opened.").get_by_role("button", name="Undo").click()

    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value(NASTY)
    expect(page).to_have_url(before)


def test_start_again_can_be_taken_back(visit: Callable[..., Page]) -> None:
    page = result(visit)
    before = page.url

    tree(page).get_by_role("link", name="Start again").click()
    told(page, "Your answers are cleared.").get_by_role("button", name="Undo").click()

    expect_outcome(page, "registry-repository")
    expect(page).to_have_url(before)
    expect(told(page, "cleared")).to_have_count(0)


def test_what_was_said_goes_when_the_reader_goes_on(visit: Callable[..., Page]) -> None:
    page = result(visit)

    tree(page).get_by_role("link", name="Start again").click()
    expect(told(page, "Your answers are cleared.")).to_be_visible()
    answer(page, "yes")

    expect(told(page, "cleared")).to_have_count(0)


@pytest.mark.parametrize("refusal", ["throw new DOMException('full', 'QuotaExceededError')", "throw new Error('no')"])
def test_where_notes_cannot_be_kept_the_page_says_so_and_goes_on(visit: Callable[..., Page], refusal: str) -> None:
    page = visit("about/")
    page.add_init_script(f"Storage.prototype.setItem = () => {{ {refusal}; }};")
    page.goto(page.url.replace("about/", state(RESULT)))
    wait_for_engine(page)

    need(page)

    expect(tree(page).get_by_role("status").filter(has_text="does not let the page keep your notes")).to_have_count(1)
    _, text = saved(page, "Download as JSON")
    assert json.loads(text)["need"] == NASTY


def test_what_was_typed_never_runs_and_stands_on_paper_as_typed(visit: Callable[..., Page]) -> None:
    page = result(visit)
    need(page)

    page.emulate_media(media="print")

    paper = tree(page).locator(".fp-print")
    expect(paper).to_be_visible()
    expect(paper).to_contain_text("</textarea><img src=x onerror=alert(1)>")
    expect(paper.locator("img")).to_have_count(0)
    expect(paper).to_contain_text("Why not the other options")
    expect(page.locator("[data-listing]")).to_be_hidden()
    expect(tree(page).locator(".fp-card")).to_be_hidden()


# The test may keep back what the page asks of the engine, and stop the engine.
WORKER_IN_HAND = """
  const Native = Worker;
  window.Worker = class extends Native {
    constructor(...how) {
      super(...how);
      window.stopEngine = () => this.dispatchEvent(new ErrorEvent("error", { message: "stopped by the test" }));
    }
    postMessage(message) {
      if (message.method !== "record" || !window.keepBack) {
        super.postMessage(message);
        return;
      }
      window.letGo = () => new Promise((done) => {
        this.addEventListener("message", ({ data }) => data.id === message.id && setTimeout(done));
        super.postMessage(message);
      });
    }
  };
"""


def result_with_the_worker_in_hand(visit: Callable[..., Page]) -> Page:
    """Open a result with its record ready for paper, and the worker in the hands of the test."""
    page = visit("about/")
    page.add_init_script(WORKER_IN_HAND)
    page.goto(page.url.replace("about/", state(RESULT)))
    wait_for_engine(page)
    expect(tree(page).locator(".fp-print")).to_contain_text("Registry/Repository")
    return page


def expect_no_record_on_paper(page: Page) -> None:
    """Expect paper to get what is on the screen."""
    expect(tree(page).locator(".fp-print")).to_be_empty()
    expect(page.locator("decision-tree[data-record]")).to_have_count(0)


def test_a_record_that_comes_late_is_not_for_paper(visit: Callable[..., Page]) -> None:
    page = result_with_the_worker_in_hand(visit)
    page.evaluate("window.keepBack = true")
    need(page)
    page.wait_for_function("() => window.letGo !== undefined")
    tree(page).get_by_role("link", name="Start again").click()
    expect_question(page, "proactive-request")
    expect_no_record_on_paper(page)

    page.evaluate("letGo()")

    expect_no_record_on_paper(page)


def test_paper_gets_no_record_of_the_state_before(visit: Callable[..., Page]) -> None:
    page = result_with_the_worker_in_hand(visit)
    page.evaluate("window.keepBack = true")

    change(page, "repository-mandate")

    expect_question(page, "repository-mandate")
    page.wait_for_function("() => window.letGo !== undefined")
    expect_no_record_on_paper(page)
    page.evaluate("letGo()")
    expect(tree(page).locator(".fp-print")).not_to_be_empty()


def test_paper_gets_no_record_that_a_stopped_engine_left(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    page = result_with_the_worker_in_hand(visit)
    page.evaluate("stopEngine()")
    wait_for_engine(page, "failed")

    page.goto(page.url.partition("#")[0] + "#integration-pattern?proactive-request=yes")

    expect_question(page, "care-setting")
    expect_no_record_on_paper(page)


def test_paper_gets_no_record_without_the_last_words(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    page = result_with_the_worker_in_hand(visit)
    page.evaluate("stopEngine()")
    wait_for_engine(page, "failed")

    need(page)

    expect_no_record_on_paper(page)


def test_without_answers_paper_shows_the_question_and_the_picture_of_the_tree(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)

    page.emulate_media(media="print")

    expect(tree(page).locator(".fp-ask")).to_be_visible()
    expect(page.locator(".fp-map-picture")).to_be_visible()
    expect(page.locator("[data-listing]")).to_be_hidden()
