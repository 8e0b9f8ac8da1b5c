"""The answers to a question must have different labels."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.same_words import words_of
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the answers with the label of an earlier answer to the same question."""
    for question in subject.tree.questions.values():
        first: dict[str, str] = {}
        for answer in question.answers:
            words = words_of(answer.label)
            if words in first:
                yield Fault(
                    ("questions", question.id, "answers", answer.id, "label"),
                    f"The answers '{first[words]}' and '{answer.id}' to the question '{question.id}' have the same "
                    f"label, '{answer.label.plain}'.",
                    "Write labels that tell the answers apart: records and earlier answers show nothing else.",
                )
            elif words:
                first[words] = answer.id


RULE = Rule(
    order=162,
    code=Code(
        name="same-label",
        severity="error",
        meaning="Two answers to a question have the same label, so nobody can tell which one was chosen.",
        fix="Write labels that differ in their words; differences of case and white space do not count.",
        wrong="label: Only some",
        right="label: Nobody",
    ),
    find=find,
)
