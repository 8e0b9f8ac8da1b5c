"""The start must be one of the questions."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report a start that is not a question."""
    tree = subject.tree
    if not tree.start or tree.start in tree.questions:
        return
    if tree.start in tree.outcomes:
        yield Fault(("start",), f"The start '{tree.start}' is an outcome.", "Name the first question.")
    else:
        fault = Fault(("start",), f"The start '{tree.start}' does not exist.", "Name one of the questions.")
        yield from subject.unresolved(fault, NODE, tree.start, tree.questions)


RULE = Rule(
    order=110,
    code=Code(
        name="missing-start",
        severity="error",
        meaning="The start is not one of the questions, so the tree has no first question.",
        fix="Name the first question.",
        wrong="start: discusion",
        right="start: discussion",
    ),
    find=find,
)
