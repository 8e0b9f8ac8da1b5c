"""The answers that a scenario, a conflict or a revision names: do their questions have them?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE, Path, answer_of
from fingerpost.check.subject import Subject
from fingerpost.tree.model import UNSURE


def unknown_questions(subject: Subject, path: Path, named: Iterable[str], hint: str) -> Iterator[Fault]:
    """Report the questions that the tree lacks.

    Args:
        subject: What is checked.
        path: The keys that lead to the answers, by question, in the file.
        named: The ids of the questions.
        hint: What to do if no question has a similar id.
    """
    questions = subject.tree.questions
    for question in named:
        if question not in questions:
            fault = Fault((*path, question), f"There is no question '{question}'.", hint)
            yield from subject.unresolved(fault, NODE, question, questions)


def unknown_answers(subject: Subject, path: Path, named: Mapping[str, str], unsure: str | None) -> Iterator[Fault]:
    """Report the answers that their questions lack or do not allow.

    Args:
        subject: What is checked.
        path: The keys that lead to the answers, by question, in the file.
        named: The answers by the ids of their questions.
        unsure: What to do about "not sure" where the question does not allow it; None if it is no answer here.
    """
    for question_id, answer in named.items():
        question = subject.tree.questions.get(question_id)
        if question is None or question.answer(answer) is not None:
            continue
        place = (*path, question_id)
        if answer != UNSURE or unsure is None:
            known = [each.id for each in question.answers]
            message = f"The question '{question_id}' has no answer '{answer}'."
            fault = Fault(place, message, f"It has {', '.join(known)}.")
            yield from subject.unresolved(fault, answer_of(question_id), answer, known)
        elif not question.unsure_allowed:
            yield Fault(place, f"The question '{question_id}' does not allow '{UNSURE}'.", unsure)
