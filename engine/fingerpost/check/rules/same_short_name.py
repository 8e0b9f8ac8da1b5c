"""Two questions should not have the same name in the diagram."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.rule import Fault, Rule
from fingerpost.check.same_words import words_of
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that the diagram shows with the name of an earlier one."""
    first: dict[str, str] = {}
    questions = subject.tree.questions
    for question in questions.values():
        words = words_of(question.short or question.ask)
        earlier = first.setdefault(words, question.id)
        # Questions that read the same have a finding of their own.
        if words and earlier != question.id and (question.short or questions[earlier].short):
            field = "short" if question.short else "ask"
            yield Fault(
                ("questions", question.id, field),
                f"In the diagram, the question '{question.id}' has the same name as '{earlier}' on line "
                f"{subject.place(('questions', earlier)).line}.",
                "Give each a 'short' name of its own: the diagram shows nothing else of them.",
            )


RULE = Rule(
    order=166,
    code=Code(
        name="same-short-name",
        severity="warning",
        meaning="Two questions have the same name in the diagram, so readers cannot tell them apart there.",
        fix="Give each a name of its own.",
        wrong="ask: Can everybody come to one place?\n    short: Does it need a discussion?",
        right="ask: Can everybody come to one place?",
    ),
    find=find,
)
