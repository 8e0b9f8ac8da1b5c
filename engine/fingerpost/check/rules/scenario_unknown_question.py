"""A scenario can only answer questions that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that scenarios answer and the tree lacks."""
    for scenario in subject.tree.scenarios.values():
        for question in scenario.answers:
            if question not in subject.tree.questions:
                path = ("scenarios", scenario.id, "answers", question)
                fault = Fault(path, f"There is no question '{question}'.", "Name one of the questions.")
                yield from subject.unresolved(fault, NODE, question, subject.tree.questions)


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
