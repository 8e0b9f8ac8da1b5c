"""A revision can only name answers that its questions have."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import answer_of
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the answers that their questions lack."""
    for revision in subject.tree.revised.values():
        for question_id, answer_id in revision.when.items():
            question = subject.tree.questions.get(question_id)
            if question is None or question.answer(answer_id) is not None:
                continue
            path = ("revised", revision.id, "when", question_id)
            known = [answer.id for answer in question.answers]
            message = f"The question '{question_id}' has no answer '{answer_id}'."
            fault = Fault(path, message, f"It has {', '.join(known)}.")
            yield from subject.unresolved(fault, answer_of(question_id), answer_id, known)


RULE = Rule(
    order=530,
    code=Code(
        name="revision-unknown-answer",
        severity="error",
        meaning="A revision names an answer that its question does not have.",
        fix="Name one of the answers.",
        wrong="A revision has `when: {discussion: never}`, but the answers are `yes` and `no`.",
    ),
    find=find,
)
