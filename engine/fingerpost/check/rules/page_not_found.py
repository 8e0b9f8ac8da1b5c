"""The page of an outcome must exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.pages import is_file, is_inside
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the pages that do not exist."""
    if subject.docs_dir is None:
        return
    for outcome in subject.tree.outcomes.values():
        page = outcome.page
        if page is not None and is_inside(page, subject.docs_dir) and not is_file(subject.docs_dir / page):
            hint = subject.guess(page, subject.pages, "Write the page, or correct the path.")
            yield Fault(("outcomes", outcome.id, "page"), f"There is no page '{page}'.", hint)


RULE = Rule(
    order=320,
    code=Code(
        name="page-not-found",
        severity="error",
        meaning="The page of an outcome does not exist.",
        fix="Write the page, or correct the path.",
        wrong="page: choose/ways/rooms.md",
        right="page: choose/ways/room.md",
    ),
    find=find,
)
