"""A scenario can only answer questions that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.rule import Fault, Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that scenarios answer and the tree lacks."""
    for scenario in subject.tree.scenarios.values():
        for question in scenario.answers:
            if question not in subject.tree.questions:
                path = ("scenarios", scenario.id, "answers", question)
                hint = subject.guess(question, subject.tree.questions, "Name one of the questions.")
                yield Fault(path, f"There is no question '{question}'.", hint)


RULE = Rule(
    order=410,
    code=Code(
        name="scenario-unknown-question",
        severity="error",
        meaning="A scenario answers a question that does not exist.",
        fix="Correct the id, or delete the answer.",
        wrong="answers: {discusion: no}",
        right="answers: {discussion: no}",
    ),
    find=find,
)
