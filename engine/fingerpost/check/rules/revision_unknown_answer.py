"""A revision can only name answers that its questions have."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.named_answers import unknown_answers
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the answers that their questions lack."""
    for revision in subject.tree.revised.values():
        yield from unknown_answers(subject, ("revised", revision.id, "when"), revision.when, None)


RULE = Rule(
    order=530,
    code=Code(
        name="revision-unknown-answer",
        severity="error",
        meaning="A revision names an answer that its question does not have.",
        fix="Name one of the answers.",
        wrong="A revision has `when: {discussion: never}`, but the answers are `yes` and `no`.",
    ),
    find=find,
)
