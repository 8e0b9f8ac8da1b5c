"""A conflict can only be about answers to questions that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.named_answers import unknown_questions
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that conflicts name and the tree lacks."""
    for conflict in subject.tree.conflicts.values():
        for name, condition in conflict.conditions:
            path = ("conflicts", conflict.id, name, "answers")
            yield from unknown_questions(subject, path, condition.answers, "Name one of the questions.")


RULE = Rule(
    order=472,
    code=Code(
        name="conflict-unknown-question",
        severity="error",
        meaning="A conflict names a question that does not exist, so no plan would show it.",
        fix="Name one of the questions.",
        wrong='A conflict has `first: {answers: {discusion: "no"}}`, but the question is called `discussion`.',
    ),
    find=find,
)
