"""A scenario can only answer questions that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.named_answers import unknown_questions
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that scenarios answer and the tree lacks."""
    for scenario in subject.tree.scenarios.values():
        path = ("scenarios", scenario.id, "answers")
        yield from unknown_questions(subject, path, scenario.answers, "Name one of the questions.")


RULE = Rule(
    order=410,
    code=Code(
        name="scenario-unknown-question",
        severity="error",
        meaning="A scenario answers a question that does not exist.",
        fix="Correct the id, or delete the answer.",
        wrong='answers: {discusion: "no"}',
        right='answers: {discussion: "no"}',
    ),
    find=find,
)
