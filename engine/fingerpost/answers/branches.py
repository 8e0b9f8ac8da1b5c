"""Counts the answers needed to settle the open branches, or to leave a single outcome.

"Not sure" leaves several branches open, and branches can join further on, where one answer then serves both, so they
cannot be counted one by one. They are walked together instead, always answering the open question that comes first in
topological order: no later question leads back to it, so each set of open questions is visited only once. Branches that
share no question are counted separately, which keeps the sets small.

With many joining branches, the problem contains the Steiner tree problem and has no known fast solution, so the work is
limited.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterable, Mapping
from functools import cached_property

from fingerpost.answers.state import State

WORK_LIMIT = 100_000
"""The most sets of open questions, and nodes visited for each outcome, before the count is abandoned."""

type _Pending = tuple[int, ...]
"""The questions still to be dealt with, in topological order. A live question is twice its index in that order; one
that an open question before it may make live is twice its index plus one."""

type _Move = tuple[int, _Pending]
"""The number of answers given, and the state after them."""

_NEVER = float("inf")


class TooMuchWork(Exception):  # noqa: N818 - never an error: it ends a calculation that has a fall-back
    """The limit on the work was reached."""


class Branches:
    """The open branches of one state.

    A branch ends at an outcome, or where it joins a live question that already has an answer: from there on, it adds
    nothing new.
    """

    def __init__(self, state: State) -> None:
        tree, position = state.tree, state.position
        self._tree = tree
        self._open = position.open
        self._reached = position.reached
        self._ends = {*tree.outcomes, *position.counted}
        self._targets = tree.graph.targets
        self._order = tree.graph.order
        self._index = {question: index for index, question in enumerate(self._order)}
        self._work = 0

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """The most questions on a way from each question to the end of its branch, itself included."""
        longest: dict[str, int] = dict.fromkeys(self._ends, 0)
        for question in reversed(self._order):
            if question not in self._ends:
                longest[question] = 1 + max(longest[target] for target in self._targets[question])
        return longest

    def most(self) -> int:
        """Return the most answers before every branch is settled."""
        return sum(
            self.longest[group[0]] if len(group) == 1 else int(self._walk(group, max, self._ends, self._settling))
            for group in self._groups
        )

    def least(self) -> int:
        """Return the fewest answers before one outcome is possible or every branch is settled."""
        if len(self._open) == 1 and not self._reached:
            return self._nearest_decision(self._open[0])
        deciding = [count for outcome in self._candidates() if (count := self._to(outcome)) is not None]
        return min((*deciding, self._to_settle()))

    def _candidates(self) -> Collection[str]:
        if len(self._reached) > 1:
            return ()
        return self._reached or self._tree.outcomes

    def _to(self, outcome: str) -> int | None:
        """Return the fewest answers that leave only this outcome, or None if no answers do."""
        harmless = (self._ends - self._tree.outcomes.keys()) | {outcome}
        leading, settled = set(harmless), set(harmless)
        for question in reversed(self._order):
            branches = self._targets[question]
            if any(target in leading for target in branches):
                leading.add(question)
            if all(target in settled for target in branches):
                settled.add(question)
        self._spend(len(self._order))
        if not all(question in leading for question in self._open):
            return None

        def moves(state: _Pending) -> list[_Move]:
            # A question that is not live cannot be answered. A live one can also be left open, if nothing it leads to
            # spoils the result.
            answers = [] if _is_waiting(state[0]) else self._answers(state, settled, leading)
            return answers + self._leaving_open(state, settled, leading)

        counts = [self._walk(group, min, settled, moves) for group in self._groups]
        return None if any(count == _NEVER for count in counts) else int(sum(counts))

    def _to_settle(self) -> int:
        return int(sum(self._walk(group, min, self._ends, self._settling) for group in self._groups))

    def _nearest_decision(self, start: str) -> int:
        only = self._tree.graph.only_outcomes
        nearest: dict[str, int] = {}
        for question in reversed(self._order):
            nearest[question] = (
                0 if question in only else 1 + min(nearest.get(target, 0) for target in self._targets[question])
            )
        return nearest[start]

    @cached_property
    def _groups(self) -> list[list[str]]:
        """The open questions, grouped so that branches that share a question are together."""
        owner: dict[str, str] = {}
        joined_to: dict[str, str] = {}

        def head(start: str) -> str:
            while start in joined_to:
                start = joined_to[start]
            return start

        for start in self._open:
            waiting = [start]
            while waiting:
                node = waiting.pop()
                if node in self._ends:
                    continue
                if node not in owner:
                    owner[node] = start
                    waiting.extend(self._targets[node])
                elif head(owner[node]) != head(start):
                    joined_to[head(start)] = head(owner[node])
        groups: dict[str, list[str]] = {}
        for start in self._open:
            groups.setdefault(head(start), []).append(start)
        return list(groups.values())

    def _walk(
        self,
        group: list[str],
        better: Callable[[Iterable[float]], float],
        done: Container[str],
        moves: Callable[[_Pending], list[_Move]],
    ) -> float:
        """Return the best number of answers for branches that join, or `_NEVER` if no answers settle them.

        Args:
            group: The open questions.
            better: `min` or `max`.
            done: The nodes at which a branch needs no more answers.
            moves: Returns the possible moves for the first question of a state.
        """
        root = tuple(sorted(2 * self._index[question] for question in group if question not in done))
        following: dict[_Pending, list[_Move]] = {}
        waiting = [root]
        while waiting:
            state = waiting.pop()
            if state in following or not state:
                continue
            self._spend(1)
            following[state] = moves(state)
            waiting.extend(after for _, after in following[state])
        best: dict[_Pending, float] = {(): 0}
        # Every move leads to later questions, so the last states in order are processed first.
        for state in sorted(following, reverse=True):
            options = [cost + best[after] for cost, after in following[state]]
            best[state] = better(options) if options else _NEVER
        return best[root]

    def _settling(self, state: _Pending) -> list[_Move]:
        return self._answers(state, self._ends, None)

    def _answers(self, state: _Pending, done: Container[str], leading: Container[str] | None) -> list[_Move]:
        """Return the moves that answer the first question of a state.

        Args:
            state: The state.
            done: The nodes at which a branch needs no more answers.
            leading: The nodes that a branch may lead to; None for all.
        """
        rest = state[1:]
        return [
            (1, rest if target in done else _with(rest, 2 * self._index[target]))
            for target in self._targets[self._order[state[0] // 2]]
            if leading is None or target in leading
        ]

    def _leaving_open(self, state: _Pending, done: Container[str], leading: Container[str]) -> list[_Move]:
        """Return the move that leaves the first question of a state without an answer, if it is possible."""
        after = state[1:]
        for target in self._targets[self._order[state[0] // 2]]:
            if target in done:
                continue
            if target not in leading or target not in self._index:
                return []
            after = _with(after, 2 * self._index[target] + 1)
        return [(0, after)]

    def _spend(self, work: int) -> None:
        self._work += work
        if self._work > WORK_LIMIT:
            raise TooMuchWork


def _with(state: _Pending, entry: int) -> _Pending:
    """Return the state with one more question; a live one replaces the same question waiting."""
    at = bisect_left(state, entry & ~1)
    if at < len(state) and state[at] // 2 == entry // 2:
        return (*state[:at], min(state[at], entry), *state[at + 1 :])
    return (*state[:at], entry, *state[at:])


def _is_waiting(entry: int) -> bool:
    return entry % 2 == 1
