"""Walks two editions together, to find the answers that now lead elsewhere.

A combination gives every question of both editions one of its answers. Instead of combinations, the walk visits pairs
of nodes, one from each edition, that the same combination leads to, and each pair only once. If both editions are at
the same question, one answer moves both; otherwise the question that comes first in the common order of both editions
is answered. In that order, no later question leads back to an earlier one, so the other edition never asks for an
answer that one edition has used. If the editions ask questions in opposite orders, there is no such order: then a pair
also includes the answers that the other edition can still ask for, and the work is limited.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from heapq import heappop, heappush
from typing import Final

from fingerpost.compare.matching import Matching
from fingerpost.compare.moves import Moves, OutcomeChange, Share
from fingerpost.compare.numbered import NumberedEditions, Positions
from fingerpost.tree.model import Tree

WORK_LIMIT = 500_000
"""The most pairs of nodes that are visited; past this, the walk stops and the result is marked as incomplete."""

EXACT_DEPTH = 500
"""The longest ways with exact shares; past this, shares are multiples of 1/`_UNIT`, to avoid thousands of digits."""

_UNIT: Final = 2**256

_NOWHERE: Final = -1
"""The node to which an edition leads if it does not have an answer."""


def walk_together(old: Tree, new: Tree, matching: Matching, *, limit: int = WORK_LIMIT) -> Moves:
    """Return the combinations of answers that lead elsewhere in the new edition.

    Args:
        old: The old edition; readers can walk it.
        new: The new edition; readers can walk it.
        matching: The present ids of the old edition's parts.
        limit: The number of pairs after which the walk stops.
    """
    return _Walk(NumberedEditions.of(old, new, matching), limit).result(old, new, matching)


type _Memory = tuple[tuple[int, str], ...]
"""Answers to questions that one edition has asked and the other can still ask, by the question's number."""

type _State = tuple[int, int, _Memory]
"""A node of the old edition, a node of the new one, and the answers to remember. A question is its number, which is not
negative; an outcome is negative."""


class _Walk:
    """One walk through the pairs of two editions."""

    def __init__(self, editions: NumberedEditions, limit: int) -> None:
        self._editions = editions
        self._limit = limit
        self._positions = [Positions(routes) for routes in editions.routes]
        self._is_exact = sum(positions.longest for positions in self._positions) <= EXACT_DEPTH
        self._lost = 0
        # The last step of a shortest way to each pair: its length, the pair before, the question and the answer.
        self._steps: dict[_State, tuple[int, _State | None, int, str]] = {}
        # The pairs of different outcomes; each is visited once, and remembers no answer.
        self._ends: dict[_State, Fraction | int] = {}
        self._left: Fraction | int = 0
        self._go()

    def result(self, old: Tree, new: Tree, matching: Matching) -> Moves:
        """Return the result, with the ids of each edition."""
        old_questions = {now: before for before, now in matching.questions.items()}
        old_outcomes = {now: before for before, now in matching.outcomes.items()}
        names = self._editions.outcomes
        changes: list[OutcomeChange] = []
        for state, weight in self._ends.items():
            before, after, _ = state
            answers, parting = self._witness(state)
            changes.append(
                OutcomeChange(
                    before=None if before == _NOWHERE else old_outcomes[names[-2 - before]],
                    after=None if after == _NOWHERE else names[-2 - after],
                    share=self._share(weight),
                    old_answers=dict(_in_old_ids(old, old_questions, matching, answers)),
                    new_answers={
                        question: answer
                        for question, answer in answers.items()
                        if question in new.questions and new.questions[question].answer(answer)
                    },
                    parting=parting,
                )
            )
        changes.sort(key=lambda change: change.share.least, reverse=True)
        total = sum(self._ends.values())
        return Moves(tuple(changes), self._share(total), is_complete=not self._left)

    def _share(self, weight: Fraction | int) -> Share:
        unit = 1 if self._is_exact else _UNIT
        return Share(Fraction(weight) / unit, Fraction(weight + self._lost + self._left) / unit)

    def _go(self) -> None:
        """Visit every pair after all pairs that lead to it.

        Every step moves one edition, or both, forward in its own order, so sorting pairs by the sum of their two
        positions gives such an order.
        """
        editions = self._editions
        positions = [each.of for each in self._positions]
        ends = len(editions.names)
        start: _State = (*editions.starts, ())
        weights: dict[_State, Fraction | int] = {start: Fraction(1) if self._is_exact else _UNIT}
        waiting: list[tuple[int, _State]] = [(0, start)]
        self._steps[start] = (0, None, 0, "")
        while waiting:
            if len(self._steps) > self._limit:
                self._left = sum(weights.values())
                return
            _, state = heappop(waiting)
            weight = weights.pop(state)
            if state[0] < 0 and state[1] < 0:
                if state[0] != state[1]:
                    self._ends[state] = weight
                continue
            question, moves = self._moves(state)
            share, rest = (weight / len(moves), 0) if isinstance(weight, Fraction) else divmod(weight, len(moves))
            self._lost += rest
            length = self._steps[state][0] + 1
            for answer, after in moves:
                if after not in weights:
                    weights[after] = share
                    old = positions[0][after[0]] if after[0] >= 0 else ends
                    new = positions[1][after[1]] if after[1] >= 0 else ends
                    heappush(waiting, (old + new, after))
                else:
                    weights[after] += share
                if after not in self._steps or length < self._steps[after][0]:
                    self._steps[after] = (length, state, question, answer)

    def _moves(self, state: _State) -> tuple[int, list[tuple[str, _State]]]:
        """Return the question to answer next, and the state that each of its answers leads to."""
        old, new, memory = state
        routes, rank = self._editions.routes, self._editions.rank
        if memory:
            for question, answer in memory:
                if question == old:
                    after = (routes[0][old].get(answer, _NOWHERE), new)
                    return old, [(answer, (*after, self._remembered(after, memory)))]
                if question == new:
                    after = (old, routes[1][new].get(answer, _NOWHERE))
                    return new, [(answer, (*after, self._remembered(after, memory)))]
        if old == new:
            before, now = routes[0][old], routes[1][new]
            if before == now:
                pairs = [(answer, (go, go)) for answer, go in before.items()]
            else:
                answers = before if before.keys() == now.keys() else dict.fromkeys([*before, *now])
                pairs = [(answer, (before.get(answer, _NOWHERE), now.get(answer, _NOWHERE))) for answer in answers]
            return old, [(answer, (*after, self._remembered(after, memory))) for answer, after in pairs]
        moves_old = new < 0 or (old >= 0 and rank[old] < rank[new])
        question = old if moves_old else new
        moves: list[tuple[str, _State]] = []
        mine, other = (routes[0], routes[1]) if moves_old else (routes[1], routes[0])
        # An answer that only the other edition has leads nowhere in this one, and is as likely as any.
        for answer in dict.fromkeys([*mine[question], *other[question]]):
            go = mine[question].get(answer, _NOWHERE)
            after = (go, new) if moves_old else (old, go)
            moves.append((answer, (*after, self._remembered(after, (*memory, (question, answer))))))
        return question, moves

    def _remembered(self, after: tuple[int, int], memory: _Memory) -> _Memory:
        """Return the answers to remember: those that one of the editions can still ask for."""
        if self._editions.agree or not memory:
            return ()
        can_ask = self._editions.can_ask
        return tuple(
            sorted(known for known in memory if can_ask(0, after[0], known[0]) or can_ask(1, after[1], known[0]))
        )

    def _witness(self, state: _State) -> tuple[dict[str, str], tuple[str, str] | None]:
        """Return the answers that lead to a pair, in present ids, and the last step at which the editions part."""
        steps: list[tuple[str, str]] = []
        parting: tuple[str, str] | None = None
        _, before, question, answer = self._steps[state]
        while before is not None:
            step = (self._editions.names[question], answer)
            steps.append(step)
            if parting is None and before[0] == before[1]:
                parting = step
            _, before, question, answer = self._steps[before]
        return dict(reversed(steps)), parting


def _in_old_ids(
    old: Tree, old_questions: Mapping[str, str], matching: Matching, answers: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for question, answer in answers.items():
        name = old_questions.get(question)
        if name is None:
            continue
        for candidate in old.questions[name].answers:
            if matching.answer(question, candidate.id) == answer:
                yield name, candidate.id
