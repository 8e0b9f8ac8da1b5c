"""A scenario can only give answers that its questions have."""

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
    for scenario in subject.tree.scenarios.values():
        for question_id, answer in scenario.answers.items():
            question = subject.tree.questions.get(question_id)
            if question is None or question.answer(answer) is not None:
                continue
            path = ("scenarios", scenario.id, "answers", question_id)
            if answer != UNSURE:
                known = [answer.id for answer in question.answers]
                message = f"The question '{question_id}' has no answer '{answer}'."
                fault = Fault(path, message, f"It has {', '.join(known)}.")
                yield from subject.unresolved(fault, answer_of(question_id), answer, known)
            elif not question.unsure_allowed:
                hint = "Give one of its answers, or delete 'unsure: false' from the question."
                yield Fault(path, f"The question '{question_id}' does not allow '{UNSURE}'.", hint)


RULE = Rule(
    order=420,
    code=Code(
        name="scenario-unknown-answer",
        severity="error",
        meaning="A scenario gives an answer that its question does not have.",
        fix="Name one of the answers.",
        wrong="answers: {discussion: never}",
        right='answers: {discussion: "no"}',
    ),
    find=find,
)
