"""A conflict can only be about answers to questions that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that conflicts name and the tree lacks."""
    questions = subject.tree.questions
    for conflict in subject.tree.conflicts.values():
        for name, condition in conflict.conditions:
            for question in condition.answers:
                if question not in questions:
                    path = ("conflicts", conflict.id, name, "answers", question)
                    fault = Fault(path, f"There is no question '{question}'.", "Name one of the questions.")
                    yield from subject.unresolved(fault, NODE, question, questions)


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
