"""Matches the parts of the old edition with those of the new one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from fingerpost.tree.model import Tree
from fingerpost.tree.shape import Kind


@dataclass(frozen=True, slots=True)
class Matching:
    """The present ids of the old edition's parts, with the renames of the new edition applied.

    Attributes:
        questions: Old question id to present id; the same id if there was no rename.
        outcomes: Old outcome id to present id.
        answers: Present question id and old answer id to the present answer id, for renamed answers only.
    """

    questions: Mapping[str, str]
    outcomes: Mapping[str, str]
    answers: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, old: Tree, new: Tree) -> Matching:
        """Return the matching that the renames of the new edition state."""
        questions = _matched(old.questions, new.questions, new.renamed.questions)
        answers: dict[tuple[str, str], str] = {}
        for old_id, question_id in questions.items():
            if question_id not in new.questions:
                continue
            prefix = f"{question_id}/"
            before = [answer.id for answer in old.questions[old_id].answers]
            present = {answer.id for answer in new.questions[question_id].answers}
            renames = {
                answer: new.renamed.answers[prefix + answer]
                for answer in before
                if prefix + answer in new.renamed.answers
            }
            for answer, now in _matched(before, present, renames).items():
                if answer != now:
                    answers[question_id, answer] = now
        return cls(questions, _matched(old.outcomes, new.outcomes, new.renamed.outcomes), answers)

    def answer(self, question_id: str, answer_id: str) -> str:
        """Return the present id of an answer, by the present id of its question."""
        return self.answers.get((question_id, answer_id), answer_id)

    def present(self, part_id: str, kind: object) -> str:
        """Return the present form of a value of some kind; only ids of questions and outcomes can have changed."""
        match kind:
            case Kind.QUESTION:
                return self.questions.get(part_id, part_id)
            case Kind.OUTCOME:
                return self.outcomes.get(part_id, part_id)
            case Kind.ROUTE:
                return self.questions.get(part_id) or self.outcomes.get(part_id, part_id)
            case _:
                return part_id

    def present_answers(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Return answers by question, with their present ids."""
        named = {self.questions.get(question, question): answer for question, answer in answers.items()}
        return {question: self.answer(question, answer) for question, answer in named.items()}


def _matched(old: Collection[str], new: Collection[str], renames: Mapping[str, str]) -> dict[str, str]:
    """Return each old id with its present one.

    Two old ids never get the same present one: one of the two parts is gone, and the comparison has to report that.
    """
    matched: dict[str, str] = {}
    taken = set(old)
    for old_id in old:
        now = renames.get(old_id)
        if old_id in new or now is None or now not in new or now in taken:
            matched[old_id] = old_id
        else:
            matched[old_id] = now
            taken.add(now)
    return matched
