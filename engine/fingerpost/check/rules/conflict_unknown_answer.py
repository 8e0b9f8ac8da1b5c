"""A conflict can only be about answers that its questions have."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import answer_of
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.tree.model import UNSURE


def find(subject: Subject) -> Iterator[Fault]:
    """Report the answers that their questions lack or do not allow."""
    for conflict in subject.tree.conflicts.values():
        for name, condition in conflict.conditions:
            for question_id, answer in condition.answers.items():
                question = subject.tree.questions.get(question_id)
                if question is None or question.answer(answer) is not None:
                    continue
                path = ("conflicts", conflict.id, name, "answers", question_id)
                if answer != UNSURE:
                    known = [each.id for each in question.answers]
                    message = f"The question '{question_id}' has no answer '{answer}'."
                    fault = Fault(path, message, f"It has {', '.join(known)}.")
                    yield from subject.unresolved(fault, answer_of(question_id), answer, known)
                elif not question.unsure_allowed:
                    hint = "Name one of its answers, or delete 'unsure: false' from the question."
                    yield Fault(path, f"The question '{question_id}' does not allow '{UNSURE}'.", hint)


RULE = Rule(
    order=474,
    code=Code(
        name="conflict-unknown-answer",
        severity="error",
        meaning="A conflict names an answer that its question does not have, so no plan would show it.",
        fix="Name one of the answers.",
        wrong="A conflict has `first: {answers: {discussion: never}}`, but the answers are `yes` and `no`.",
    ),
    find=find,
)
