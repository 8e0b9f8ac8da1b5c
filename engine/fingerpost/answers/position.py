"""The position of a set of answers in a tree. It can be several nodes: "not sure" keeps every branch live."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from fingerpost.tree.cached import Cached
from fingerpost.tree.model import UNSURE, Tree


@dataclass(frozen=True, slots=True)
class Position(Cached):
    """A position of answers in a tree.

    A question is live when the answers lead to it, whatever the answers to questions that never count. Only answers to
    live questions count.

    Attributes:
        tree: The tree.
        counted: Live questions with an answer (`unsure` included), in the order the tree asks them.
        open: Live questions without an answer, in the order the tree asks them.
        reached: Outcomes that the answers lead to, in the tree's order.
        set_aside: Answered questions that are not live, in the tree's order.

    Examples:
        >>> position = fingerpost.State(fingerpost.read("tree.yml"), {"same-place": "all"}).position
        >>> position.open, position.set_aside, position.decided
        (('discussion',), ('same-place',), None)
        >>> position.possible
        ('message', 'room', 'call')
    """

    tree: Tree
    counted: tuple[str, ...]
    open: tuple[str, ...]
    reached: tuple[str, ...]
    set_aside: tuple[str, ...]

    @cached_property
    def possible(self) -> tuple[str, ...]:
        """Outcomes that are reached or that the open questions can still lead to, in the tree's order.

        An answer that counts applies on every branch that meets its question. Of all parts of a position, only this one
        takes time that grows with the tree and not with the answers.
        """
        return _in_order_of(self.tree.outcomes, set(self._outcomes()))

    @cached_property
    def decided(self) -> str | None:
        """The only possible outcome, even if questions are open; None if several are possible."""
        outcomes = self._outcomes()
        first = next(outcomes, None)
        return first if next(outcomes, None) is None else None

    def has_fewer_outcomes(self, than: int) -> bool:
        """Return whether fewer outcomes are possible than a number of them."""
        return len([None for _, _ in zip(range(than), self._outcomes(), strict=False)]) < than

    def _outcomes(self) -> Iterator[str]:
        """Yield each possible outcome once, in no order; the search goes only as far as it is asked to."""
        yield from self.reached
        live = (*self.counted, *self.open, *self.reached)
        yield from (node for node in nodes_ahead(self.tree, live, self.open) if node in self.tree.outcomes)


def position(tree: Tree, answers: Mapping[str, str]) -> Position:
    """Follow the answers from the start.

    Args:
        tree: A tree that passed its checks.
        answers: Question id to answer id or `unsure`, in any order.

    Returns:
        The position, in time linear in the answers; `possible` takes time linear in the tree as well.

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
    return Position(
        tree,
        counted=tuple([node for node in live if node in answers]),
        open=tuple([node for node in live if node in tree.questions and node not in answers]),
        reached=_in_order_of(tree.outcomes, [node for node in live if node in tree.outcomes]),
        set_aside=_in_order_of(tree.questions, [node for node in answers if node not in live]),
    )


def _in_order_of(nodes: Iterable[str], some: Collection[str]) -> tuple[str, ...]:
    """Return some of the nodes in the order of all; a single one, the usual case, without looking at the others."""
    chosen = set(some)
    return tuple(some) if len(chosen) < 2 else tuple([node for node in nodes if node in chosen])


def branches(tree: Tree, question_id: str, answer_id: str) -> list[str]:
    """Return the nodes that an answer leads to; for `unsure`, those of every answer."""
    if answer_id == UNSURE:
        return list(tree.graph.targets[question_id])
    return [answer.go for answer in tree.questions[question_id].answers if answer.id == answer_id]


def nodes_ahead(tree: Tree, live: Iterable[str], open_questions: Iterable[str]) -> Iterator[str]:
    """Yield every node that the open questions can make live, once, in no order.

    The search stops at questions that are already live: their answers apply on every branch.
    """
    targets = tree.graph.targets
    seen = set(live)
    waiting = list(open_questions)
    while waiting:
        for target in targets[waiting.pop()]:
            if target not in seen:
                seen.add(target)
                if target in targets:
                    waiting.append(target)
                yield target


def _live_nodes(tree: Tree, answers: Mapping[str, str]) -> dict[str, None]:
    """Return the live nodes in the order met: depth first, in the author's order of answers."""
    live: dict[str, None] = {}
    waiting = [tree.start]
    after = tree.graph.passed_through
    while waiting:
        node = waiting.pop()
        if node in live:
            continue
        live[node] = None
        if node in answers:
            waiting.extend(reversed(branches(tree, node, answers[node])))
        if node in after:
            waiting.append(after[node])
    return live
