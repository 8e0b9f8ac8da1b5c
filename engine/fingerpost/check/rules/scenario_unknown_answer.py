"""A scenario can only give answers that its questions have."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.named_answers import unknown_answers
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the answers that their questions lack or do not allow."""
    hint = "Give one of its answers, or delete 'unsure: false' from the question."
    for scenario in subject.tree.scenarios.values():
        yield from unknown_answers(subject, ("scenarios", scenario.id, "answers"), scenario.answers, hint)


RULE = Rule(
    order=420,
    code=Code(
        name="scenario-unknown-answer",
        severity="error",
        meaning="A scenario gives an answer that its question does not have.",
        fix="Name one of the answers.",
        wrong="answers: {discussion: never}",
        right='answers: {discussion: "no"}',
    ),
    find=find,
)
