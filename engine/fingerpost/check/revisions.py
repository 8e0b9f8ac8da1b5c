"""Rules about the changes of outcome that old links are told of."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.subject import Subject
from fingerpost.findings import Finding


def unknown_revised_answers(subject: Subject) -> Iterator[Finding]:
    """A revision can only concern answers of the present tree: those are what an old link comes to."""
    for revision in subject.tree.revised.values():
        for question_id, answer_id in revision.when.items():
            path = ("revised", revision.id, "when", question_id)
            question = subject.tree.questions.get(question_id)
            if question is None:
                hint = subject.guess(question_id, subject.tree.questions, "Name the question by its present id.")
                yield subject.finding("revision-unknown-question", path, f"There is no question '{question_id}'.", hint)
            elif question.answer(answer_id) is None:
                known = [answer.id for answer in question.answers]
                hint = subject.guess(answer_id, known, f"It has {', '.join(known)}.")
                message = f"The question '{question_id}' has no answer '{answer_id}'."
                yield subject.finding("revision-unknown-answer", path, message, hint)
