"""If the pages of all outcomes are in one folder, every page in that folder should have an outcome."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code

_INDEXES = ("index.md", "README.md")


def find(subject: Subject) -> Iterator[Fault]:
    """Report the pages in that folder that have none."""
    # While an outcome or its page can't be read, it may be one of those that seem to be missing.
    lost = any(path[0] == "outcomes" and (len(path) < 3 or path[2] == "page") for path in subject.unknown)
    if subject.docs_dir is None or lost:
        return
    pages = {posixpath.normpath(outcome.page) for outcome in subject.tree.outcomes.values() if outcome.page}
    folders = {posixpath.dirname(page) for page in pages}
    folder = folders.pop() if len(folders) == 1 else ""
    # While a page is missing, it may be one of those that seem to have no outcome.
    if not folder or not pages.issubset(subject.pages):
        return
    for page in subject.pages:
        if posixpath.dirname(page) == folder and page not in pages and posixpath.basename(page) not in _INDEXES:
            message = f"The page '{page}' is in the folder of the outcomes' pages, but no outcome names it."
            yield Fault(("outcomes",), message, "Write an outcome for it, or move it to another folder.")


RULE = Rule(
    order=350,
    code=Code(
        name="page-without-outcome",
        severity="warning",
        meaning=(
            "A page is in the folder of the outcomes' pages, but no outcome names it, so the tree never leads to it."
        ),
        fix="Write an outcome for it, or move it to another folder.",
        wrong="The folder `choose/ways/` also holds `letter.md`.",
    ),
    find=find,
)
