"""A plan leaves a device as a file or a link, and joins the plan of another device without replacing anything."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from the_page import Visit, refuse_the_clipboard
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


def link_of(page: Page) -> str:
    """Return the link that the page offers, without a clipboard."""
    refuse_the_clipboard(page)
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Link to this plan")
    expect(field).to_be_visible()
    return field.input_value()


def saved(page: Page, button: str) -> tuple[str, str]:
    """Save the plan and return the file's name and content."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")


def open_file(page: Page, name: str, text: str) -> None:
    """Open a file with a plan."""
    file: FilePayload = {"name": name, "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label("Open a plan file (JSON)").set_input_files(file)


def test_a_link_opens_the_plan_on_another_device(visit: Visit) -> None:
    link = link_of(
        with_plan(visit, plan_of(need("one", "Tell the 薬局 & “home”", PUSH, to="Pharmacy"), title="Discharge"))
    )
    other = visit("about/", locale="de-DE")

    other.goto(link)
    wait_for_plan(other)

    expect_needs(other, "Tell the 薬局 & “home”")
    expect(other.get_by_label("Name of the plan")).to_have_value("Discharge")
    expect(row(other, "Tell the").get_by_label("Which system gets or holds it?")).to_have_value("Pharmacy")
    expect(other).to_have_url(link.partition("#")[0])


def test_a_link_adds_to_the_plan_of_a_device_and_can_be_undone(visit: Visit) -> None:
    link = link_of(with_plan(visit, TWO))
    other = with_plan(visit, plan_of(need("mine", "Book a visit", OPEN)), locale="de-DE")

    other.goto(link)
    expect_needs(other, "Book a visit", "Tell the practice", "Look up the record")
    expect(told(other, "2 needs added to your plan.")).to_be_visible()
    undo(other)
    expect_needs(other, "Book a visit")
    assert [each["id"] for each in stored(other)["needs"]] == ["mine"]


def test_the_same_link_twice_adds_nothing(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    link = link_of(page)

    page.goto(link)
    expect(told(page, "Your plan has these needs already.")).to_be_visible()

    expect(rows(page)).to_have_count(2)


def test_a_link_that_lost_its_end_says_so_and_changes_nothing(visit: Visit) -> None:
    link = link_of(with_plan(visit, TWO))
    other = visit("about/", locale="de-DE")

    other.goto(link[:-20])
    wait_for_plan(other)

    expect(other.locator(".fp-toast")).to_contain_text("Part of the link is missing")
    expect(rows(other)).to_have_count(0)


def test_a_saved_plan_is_opened_again(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    name, text = saved(page, "Download as JSON")
    assert name.endswith(".json")
    act(page, "Tell the practice", "Remove")

    open_file(page, name, text)

    expect_needs(page, "Look up the record", "Tell the practice")
    # Browsers report a choice of the same file again only if the field has forgotten the first.
    expect(page.get_by_label("Open a plan file (JSON)")).to_have_value("")
    undo(page)
    expect_needs(page, "Look up the record")


def test_a_file_that_is_no_plan_is_refused(visit: Visit) -> None:
    page = with_plan(visit, TWO)

    open_file(page, "plan.json", "{}")

    expect(page.locator(".fp-toast")).to_have_text("This file is not a saved plan.")
    expect(rows(page)).to_have_count(2)


def test_the_plan_is_saved_for_a_wiki_and_for_a_spreadsheet(visit: Visit) -> None:
    page = with_plan(visit, TWO)

    assert "Tell the practice" in saved(page, "Download as Markdown")[1]
    assert "Tell the practice" in saved(page, "Download as CSV")[1]


def test_paper_gets_the_plan_and_no_controls(visit: Visit) -> None:
    page = with_plan(visit, TWO)
    expect(page.locator(".fp-print")).to_contain_text("Tell the practice")

    page.emulate_media(media="print")

    expect(page.locator(".fp-print")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("textbox")).to_have_count(0)


def test_nothing_is_stored_before_there_is_a_need(visit: Visit) -> None:
    page = visit(PLAN)
    wait_for_plan(page)

    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
