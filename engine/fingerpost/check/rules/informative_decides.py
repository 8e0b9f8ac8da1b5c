"""A question that is called informative must not change the result."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.rule import Fault, Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the informative questions whose answers lead to different outcomes."""
    if not subject.is_sound:
        return
    graph = subject.tree.graph
    for question in subject.tree.questions.values():
        if question.informative and question.id not in graph.passed_through:
            targets = " and ".join(f"'{target}'" for target in graph.targets[question.id])
            yield Fault(
                ("questions", question.id, "informative"),
                f"The question '{question.id}' is called informative, but its answers lead to {targets}, where they "
                "can change the result.",
                "Delete 'informative', or make all answers lead to one place.",
                subject.way_to(question.id),
            )


RULE = Rule(
    order=190,
    code=Code(
        name="informative-decides",
        severity="error",
        meaning="A question has `informative: true`, but its answers can change the result. Readers would be told that "
        "they do not.",
        fix="Delete `informative`, or make all answers lead to one place.",
        wrong="reason: People can read an announcement when it suits them.\n    informative: true\n",
        right="reason: People can read an announcement when it suits them.\n",
    ),
    find=find,
)
