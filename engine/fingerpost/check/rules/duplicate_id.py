"""A question and an outcome can't have the same id."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the outcomes that have the id of a question."""
    for outcome in subject.tree.outcomes:
        if outcome in subject.tree.questions:
            message = f"'{outcome}' is both a question and an outcome."
            yield Fault(("outcomes", outcome), message, "Give one of them another id.")


RULE = Rule(
    order=130,
    code=Code(
        name="duplicate-id",
        severity="error",
        meaning="A question and an outcome have the same id, so it is not clear which of them an answer leads to.",
        fix="Give one of them another id.",
        wrong="  same-place:\n    title: A room\n",
        right="  room:\n    title: A room\n",
    ),
    find=find,
)
