"""Two outcomes can't have the same page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the outcomes with the same page as an earlier outcome."""
    first: dict[str, str] = {}
    for outcome in subject.tree.outcomes.values():
        if outcome.page is None:
            continue
        page = posixpath.normpath(outcome.page)
        if page in first:
            message = f"The outcomes '{first[page]}' and '{outcome.id}' have the same page."
            yield Fault(("outcomes", outcome.id, "page"), message, "Give each outcome a page of its own.")
        else:
            first[page] = outcome.id


RULE = Rule(
    order=340,
    code=Code(
        name="shared-page",
        severity="error",
        meaning="Two outcomes have the same page, so it is not clear which of them the page explains.",
        fix="Give each outcome a page of its own.",
        wrong="page: choose/ways/message.md\n    confirm: [step-free]",
        right="page: choose/ways/room.md\n    confirm: [step-free]",
    ),
    find=find,
)
