"""Rules about the pages that explain the outcomes. They hold where the documentation folder is known."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from fingerpost.check.subject import Subject
from fingerpost.findings.finding import Finding

_INDEXES = ("index.md", "README.md")


def outcome_pages(subject: Subject) -> Iterator[Finding]:
    """Where outcomes have pages, each needs one, which must be a file in the documentation folder.

    A tree whose outcomes say all there is to say in their summaries has no pages at all.
    """
    if subject.docs_dir is None:
        return
    pages_are_wanted = any(outcome.page is not None for outcome in subject.tree.outcomes.values())
    for outcome in subject.tree.outcomes.values():
        path = ("outcomes", outcome.id, "page")
        if outcome.page is None:
            if pages_are_wanted and path not in subject.places:
                hint = "Add 'page: …' with a path below the documentation folder."
                yield subject.finding("missing-page", path, f"The outcome '{outcome.id}' has no page.", hint)
        elif not _is_inside(outcome.page, subject.docs_dir):
            message = f"The page '{outcome.page}' is outside the documentation folder."
            hint = "Write the path from the documentation folder, with '/', for example 'patterns/one.md'."
            yield subject.finding("page-outside-docs", path, message, hint)
        elif not _is_file(subject.docs_dir / outcome.page):
            message = f"There is no page '{outcome.page}'."
            hint = subject.guess(outcome.page, subject.pages, "Write the page, or correct the path.")
            yield subject.finding("page-not-found", path, message, hint)


def shared_pages(subject: Subject) -> Iterator[Finding]:
    """Two outcomes can't have the same page."""
    first: dict[str, str] = {}
    for outcome in subject.tree.outcomes.values():
        if outcome.page is None:
            continue
        page = posixpath.normpath(outcome.page)
        if page in first:
            message = f"The outcomes '{first[page]}' and '{outcome.id}' have the same page."
            path = ("outcomes", outcome.id, "page")
            yield subject.finding("shared-page", path, message, "Give each outcome a page of its own.")
        else:
            first[page] = outcome.id


def pages_without_outcome(subject: Subject) -> Iterator[Finding]:
    """Where all outcomes have their pages in one folder, every page of that folder should have an outcome."""
    if subject.docs_dir is None:
        return
    # While a page is missing, it may be one of those that seem to have no outcome.
    pages = {posixpath.normpath(outcome.page) for outcome in subject.tree.outcomes.values() if outcome.page}
    folders = {posixpath.dirname(page) for page in pages}
    folder = folders.pop() if len(folders) == 1 else ""
    if not folder or not pages.issubset(subject.pages):
        return
    for page in subject.pages:
        if posixpath.dirname(page) == folder and page not in pages and posixpath.basename(page) not in _INDEXES:
            message = f"The page '{page}' is in the folder of the outcomes' pages, but no outcome names it."
            hint = "Write an outcome for it, or move it to another folder."
            yield subject.finding("page-without-outcome", ("outcomes",), message, hint, severity="warning")


def _is_inside(page: str, docs_dir: Path) -> bool:
    if "\\" in page or posixpath.isabs(page):
        return False
    try:
        return (docs_dir / page).resolve().is_relative_to(docs_dir.resolve())
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # A name that is too long for the file system is not there either.
        return False
