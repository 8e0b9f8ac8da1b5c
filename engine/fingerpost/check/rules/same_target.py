"""The answers to a question must not all lead to the same node."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions whose answers all lead to the same node."""
    for question in subject.tree.questions.values():
        if question.informative:
            continue
        certain = subject.doubts.tree.questions[question.id].answers
        if len(question.answers) > 1 and len({answer.go for answer in certain}) == 1:
            yield Fault(
                ("questions", question.id),
                f"All answers to the question '{question.id}' lead to '{question.answers[0].go}'.",
                "Make one of them lead elsewhere, or delete the question.",
                subject.way_to(question.id),
            )


RULE = Rule(
    order=170,
    code=Code(
        name="same-target",
        severity="error",
        meaning="All answers to a question lead to the same place, so there is no need to ask it.",
        fix="Make one of them lead elsewhere, or delete the question. If it should be asked all the same, add "
        "`informative: true` to it.",
        wrong="label: Everybody, go: call",
        right="label: Everybody, go: room",
    ),
    find=find,
)
