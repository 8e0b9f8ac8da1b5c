"""What is not known of a tree that has faults, so that no rule draws conclusions from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Answer, Outcome, Question, Tree

type Path = tuple[str, ...]

_MARK = "?"
"""Begins the id of every stand-in: no id in a file that was read without a finding has it."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """The parts of a tree whose meaning is not known.

    Attributes:
        tree: The tree, in which every answer that leads nowhere leads to a stand-in: an outcome of its own. A question
            that may have more answers has one more, to a stand-in.
        stand_ins: The ids of these outcomes.
        words: For each answer that leads nowhere, the word that it names; empty if it could not be read.
        anywhere: Questions or answers are lost, so that they may lead to any part of the tree.
    """

    tree: Tree
    stand_ins: frozenset[str]
    words: tuple[str, ...]
    anywhere: bool


def doubts_of(tree: Tree, unknown: Collection[Path], circles: Collection[tuple[str, str]]) -> Doubts:
    """Return what is not known of a tree.

    Args:
        tree: The tree, which may be broken in any way.
        unknown: The paths of the parts that could not be read.
        circles: The question and the answer that closes each cycle.
    """
    more = {path[1] for path in unknown if path[0] == "questions" and _loses_answers(path)}
    questions: dict[str, Question] = {}
    words: list[str] = []
    stand_ins: list[str] = []
    for question in tree.questions.values():
        answers: list[Answer] = []
        for answer in question.answers:
            leads_on = answer.go in tree.questions or answer.go in tree.outcomes
            certain = ("questions", question.id, "answers", answer.id, "go") not in unknown
            if leads_on and certain and (question.id, answer.id) not in circles:
                answers.append(answer)
                continue
            words.append(answer.go)
            stand_ins.append(f"{_MARK}{question.id}/{answer.id}")
            answers.append(replace(answer, go=stand_ins[-1]))
        if question.id in more:
            stand_ins.append(f"{_MARK}{question.id}")
            answers.append(Answer(_MARK, plain_text(_MARK), stand_ins[-1]))
        questions[question.id] = replace(question, answers=tuple(answers))
    anywhere = (
        ("questions",) in unknown or bool(more) or any(path[0] == "questions" and len(path) == 2 for path in unknown)
    )
    if not stand_ins:
        return Doubts(tree, frozenset(), (), anywhere)
    outcomes: Mapping[str, Outcome] = {**tree.outcomes, **{name: Outcome(name, plain_text(name)) for name in stand_ins}}
    meant = replace(tree, questions=questions, outcomes=outcomes)
    return Doubts(meant, frozenset(stand_ins), tuple(words), anywhere)


def _loses_answers(path: Path) -> bool:
    return len(path) == 2 or (len(path) in (3, 4) and path[2] == "answers")
