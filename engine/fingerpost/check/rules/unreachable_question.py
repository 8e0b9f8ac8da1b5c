"""Every question must be reachable from the start."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.rule import Fault, Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that no answers lead to."""
    if subject.tree.start not in subject.tree.questions:
        return
    for question in subject.tree.questions:
        if question not in subject.reached:
            message = f"No answers from the start lead to the question '{question}'."
            yield Fault(("questions", question), message, "Make an answer lead to it, or delete it.")


RULE = Rule(
    order=150,
    code=Code(
        name="unreachable-question",
        severity="error",
        meaning="No answers lead to a question, so it is never asked.",
        fix="Make an answer lead to it, or delete it.",
        wrong="note: People have to talk, go: room",
        right="note: People have to talk, go: same-place",
    ),
    find=find,
)
