"""The position of a set of answers in a tree. It can be several nodes: "not sure" keeps every branch live."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fingerpost.tree.model import UNSURE, Tree


@dataclass(frozen=True, slots=True)
class Position:
    """The position of answers in a tree.

    A question is live when the answers lead to it. Only answers to live questions count.

    Attributes:
        counted: Live questions with an answer (`unsure` included), in the order the tree asks them.
        open: Live questions without an answer, in the order the tree asks them.
        reached: Outcomes that the answers lead to, in the tree's order.
        possible: Outcomes that are reached or that the open questions can still lead to, in the tree's order. An answer
            that counts applies on every branch that meets its question.
        set_aside: Answered questions that are not live, in the tree's order.
    """

    counted: tuple[str, ...]
    open: tuple[str, ...]
    reached: tuple[str, ...]
    possible: tuple[str, ...]
    set_aside: tuple[str, ...]

    @property
    def decided(self) -> str | None:
        """The only possible outcome, even if questions are open; None if several are possible."""
        return self.possible[0] if len(self.possible) == 1 else None


def position(tree: Tree, answers: Mapping[str, str]) -> Position:
    """Follow the answers from the start.

    Args:
        tree: A tree that passed its checks.
        answers: Question id to answer id or `unsure`, in any order.

    Returns:
        The position, in time linear in the nodes and answers of the tree.

    Raises:
        ValueError: A question or answer id is not in the tree.
    """
    check_answers(tree, answers)
    return position_of_known(tree, answers)


def check_answers(tree: Tree, answers: Mapping[str, str]) -> None:
    """Make sure that a tree has these questions and answers.

    Raises:
        ValueError: A question or answer id is not in the tree.
    """
    for question_id, answer_id in answers.items():
        question = tree.questions.get(question_id)
        if question is None:
            raise ValueError(f"no question '{question_id}' in tree '{tree.id}'")
        if answer_id != UNSURE and question.answer(answer_id) is None:
            raise ValueError(f"question '{question_id}' has no answer '{answer_id}'")


def position_of_known(tree: Tree, answers: Mapping[str, str]) -> Position:
    """Return the same as `position`, for answers that are known to be in the tree."""
    live = _live_nodes(tree, answers)
    counted = tuple(node for node in live if node in answers)
    open_questions = tuple(node for node in live if node in tree.questions and node not in answers)
    possible = nodes_ahead(tree, live, open_questions)
    return Position(
        counted=counted,
        open=open_questions,
        reached=tuple(outcome for outcome in tree.outcomes if outcome in live),
        possible=tuple(outcome for outcome in tree.outcomes if outcome in possible),
        set_aside=tuple(node for node in tree.questions if node in answers and node not in live),
    )


def branches(tree: Tree, question_id: str, answer_id: str) -> list[str]:
    """Return the nodes that an answer leads to; for `unsure`, those of every answer."""
    if answer_id == UNSURE:
        return list(tree.graph.targets[question_id])
    return [answer.go for answer in tree.questions[question_id].answers if answer.id == answer_id]


def nodes_ahead(tree: Tree, live: Iterable[str], open_questions: Iterable[str]) -> set[str]:
    """Return the live nodes and every node that the open questions can make live.

    The search stops at questions that are already live: their answers apply on every branch.
    """
    targets = tree.graph.targets
    possible = set(live)
    waiting = list(open_questions)
    while waiting:
        fresh = [target for target in targets[waiting.pop()] if target not in possible]
        possible.update(fresh)
        waiting.extend(node for node in fresh if node in tree.questions)
    return possible


def _live_nodes(tree: Tree, answers: Mapping[str, str]) -> dict[str, None]:
    """Return the live nodes in the order met: depth first, in the author's order of answers."""
    live: dict[str, None] = {}
    waiting = [tree.start]
    while waiting:
        node = waiting.pop()
        if node in live:
            continue
        live[node] = None
        if node in answers:
            waiting.extend(reversed(branches(tree, node, answers[node])))
    return live
