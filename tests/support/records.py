"""The record of a decision on its page: the reader's text for it, and the ways to save it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

from the_page import Visit, expect_outcome, ready, state, tree, unfold

RESULT = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "no"}

NASTY = "</textarea><img src=x onerror=alert(1)> \u202egnirts\u202c \U0001f469\u200d\u2695\ufe0f & *b*\nline 2"


def result(visit: Visit, **options: object) -> Page:
    """Open a result and its panels with the engine ready."""
    page = ready(visit, state(RESULT), **options)
    expect_outcome(page, "registry-repository")
    unfold(page, "confirm", "record")
    return page


def toast(page: Page, text: str) -> Locator:
    """Return the line that reports the latest action."""
    return tree(page).get_by_role("status").locator(".fp-toast").filter(has_text=text)


def need(page: Page) -> None:
    """Enter a need."""
    unfold(page, "record")
    tree(page).get_by_label("What do you need to decide?").fill(NASTY)


def saved(page: Page, button: str) -> tuple[str, str]:
    """Save a record and return the file's name and content."""
    with page.expect_download() as download:
        tree(page).get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")
