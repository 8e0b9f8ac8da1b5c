"""The page of an outcome must be in the documentation folder."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.pages import is_inside
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the pages that are outside it."""
    if subject.docs_dir is None:
        return
    for outcome in subject.tree.outcomes.values():
        if outcome.page is not None and not is_inside(outcome.page, subject.docs_dir):
            yield Fault(
                ("outcomes", outcome.id, "page"),
                f"The page '{outcome.page}' is outside the documentation folder.",
                "Write the path from the documentation folder, with '/', for example 'patterns/one.md'.",
            )


RULE = Rule(
    order=330,
    code=Code(
        name="page-outside-docs",
        severity="error",
        meaning="The path of a page leads outside the documentation folder.",
        fix="Write the path from the documentation folder, with `/`.",
        wrong="page: ../room.md",
        right="page: choose/ways/room.md",
    ),
    find=find,
)
