"""The reader's notes on a page with a result: a need, a tick and a note, and the offer of earlier ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from the_page import CHOOSE, Visit, ready, state, tree, unfold, wait_for_engine

RESULT = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "no"}
OTHER = {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "yes"}

NOTES = "Object.entries(localStorage).filter(([key]) => key.startsWith('fingerpost notes'))"
"""A script that lists the notes in the storage, each with its key."""

FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
"""A script from which on the browser stores nothing more."""


def result(visit: Visit, answers: dict[str, str] = RESULT) -> Page:
    """Open a result with the engine ready."""
    return ready(visit, state(answers))


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
