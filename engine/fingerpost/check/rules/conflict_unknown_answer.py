"""A conflict can only be about answers that its questions have."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.named_answers import unknown_answers
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the answers that their questions lack or do not allow."""
    hint = "Name one of its answers, or delete 'unsure: false' from the question."
    for conflict in subject.tree.conflicts.values():
        for name, condition in conflict.conditions:
            path = ("conflicts", conflict.id, name, "answers")
            yield from unknown_answers(subject, path, condition.answers, hint)


RULE = Rule(
    order=474,
    code=Code(
        name="conflict-unknown-answer",
        severity="error",
        meaning="A conflict names an answer that its question does not have, so no plan would show it.",
        fix="Name one of the answers.",
        wrong="A conflict has `first: {answers: {discussion: never}}`, but the answers are `yes` and `no`.",
    ),
    find=find,
)
