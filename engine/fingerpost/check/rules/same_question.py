"""Two questions should not read the same."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.same_words import words_of
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions with the words of an earlier one."""
    first: dict[str, str] = {}
    for question in subject.tree.questions.values():
        words = words_of(question.ask)
        if words in first:
            earlier = subject.place(("questions", first[words])).line
            yield Fault(
                ("questions", question.id, "ask"),
                f"The question '{question.id}' reads the same as '{first[words]}' on line {earlier}, but has its own "
                "answer: a reader can be asked it twice, and “not sure” counts it twice.",
                "Ask it once, before the branches divide, or say in each question what it is about.",
            )
        elif words:
            first[words] = question.id


RULE = Rule(
    order=165,
    code=Code(
        name="same-question",
        severity="warning",
        meaning="Two questions have the same words. Each has its own answer, so a reader can be asked it twice.",
        fix="Ask it once, before the branches divide, or say in each question what it is about.",
        wrong="ask: Can everybody come to one place?",
        right="ask: Does it need a discussion?",
    ),
    find=find,
)
