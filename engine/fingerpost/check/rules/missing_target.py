"""Every answer must lead to a question or an outcome."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the answers that lead to neither."""
    tree = subject.tree
    for question in tree.questions.values():
        for answer in question.answers:
            if not answer.go or answer.go in tree.questions or answer.go in tree.outcomes:
                continue
            fault = Fault(
                ("questions", question.id, "answers", answer.id, "go"),
                f"There is no question or outcome '{answer.go}'.",
                "Name a question or an outcome, or write it.",
                subject.way_through(question.id, answer.id),
            )
            yield from subject.unresolved(fault, NODE, answer.go, subject.nodes)


RULE = Rule(
    order=120,
    code=Code(
        name="missing-target",
        severity="error",
        meaning="An answer leads to something that does not exist, so its reader would be stuck.",
        fix="Correct the id, or write the question or outcome.",
        wrong="go: rooom",
        right="go: room",
    ),
    find=find,
)
