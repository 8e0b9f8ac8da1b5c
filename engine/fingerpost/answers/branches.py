"""Counts the answers needed to settle the open branches, or to leave a single outcome.

"Not sure" leaves several branches open, and branches can join further on, where one answer then serves both, so they
cannot be counted one by one. They are walked together instead, always answering the open question that comes first in
topological order: no later question leads back to it, so each set of open questions is visited only once. Branches that
share no question are counted separately, which keeps the sets small.

With many joining branches, the problem contains the Steiner tree problem and has no known fast solution, so the work is
limited.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from fingerpost.answers.position import nodes_ahead
from fingerpost.answers.state import State

WORK_LIMIT = 6_000
"""The most sets of open questions that are visited before the count is abandoned.

A reader waits for the count, and this many take about a twentieth of a second in a browser. Trees that people can draw
on paper take fewer.
"""

type _Set = int
"""A set of open questions. Each question has two bits: the upper one says that it is live, the lower one that an open
question before it may make it live. Earlier questions have higher bits, so that the first one is found at once."""

type _Moves = Callable[[str], tuple[list[_Set], _Set | None]]
"""Returns what can be done with a question: the questions that each answer to it makes live, and those that it may make
live if it is left open; None if it has to be answered."""

type _Counts = tuple[int, int]
"""The least and the most answers."""


class TooMuchWork(Exception):  # noqa: N818 - never an error: it ends a calculation that has a fall-back
    """The limit on the work was reached."""


class Work:
    """The work that may still be done for one number."""

    def __init__(self) -> None:
        self._left = WORK_LIMIT

    def spend(self, sets: int) -> None:
        """Spend as much as it takes to visit some sets of open questions.

        Raises:
            TooMuchWork: The limit is reached.
        """
        self._left -= sets
        if self._left < 0:
            raise TooMuchWork


class Branches:
    """The open branches of one state.

    A branch ends at an outcome, or where it joins a live question that already has an answer: from there on, it adds
    nothing new.
    """

    def __init__(self, state: State, work: Work) -> None:
        tree, position = state.tree, state.position
        self._tree = tree
        self._open = position.open
        self._reached = position.reached
        self._counted = frozenset(position.counted)
        self._targets = tree.graph.targets
        ahead = {*self._open, *nodes_ahead(tree, (*position.counted, *self._open), self._open)}
        # Each question on the branches after every question that it leads to.
        self._order = [question for question in reversed(tree.graph.order) if question in ahead]
        self._work = work

    @cached_property
    def _live(self) -> Mapping[str, _Set]:
        """The bit that says of a question that it is live."""
        return {question: 2 << 2 * rank for rank, question in enumerate(self._order)}

    def bound(self) -> int:
        """Return a number of answers that are enough to settle every branch, in time linear in the tree."""
        alone = sum(self._alone[question][1] for question in self._open)
        return min(alone, len(self._order))

    @cached_property
    def settling(self) -> _Counts:
        """The least and the most answers until every branch is settled.

        Raises:
            TooMuchWork: The limit on the work was reached.
        """
        counts = [
            self._alone[group[0]] if len(group) == 1 else self._walk(self._set_of(group), self._settle)
            for group in self._groups
        ]
        return sum(least for least, _ in counts), sum(most for _, most in counts)

    def least(self) -> int:
        """Return the fewest answers before one outcome is possible or every branch is settled.

        Raises:
            TooMuchWork: The limit on the work was reached.
        """
        if len(self._open) == 1 and not self._reached:
            return self._nearest_decision(self._open[0])
        best, _ = self.settling
        if len(self._reached) > 1:
            return best
        for number, outcome in enumerate(self._tree.outcomes):
            if outcome in (self._reached or self._tree.outcomes):
                best = self._to(1 << number, best)
        return best

    @cached_property
    def _alone(self) -> Mapping[str, _Counts]:
        """The least and the most questions on a way from each question to the end of its branch, itself included."""
        counts: dict[str, _Counts] = {}
        for question in self._order:
            ways = [counts.get(target, (0, 0)) for target in self._targets[question]]
            counts[question] = (1 + min([least for least, _ in ways]), 1 + max([most for _, most in ways]))
        return counts

    def _nearest_decision(self, start: str) -> int:
        only = self._tree.graph.only_outcomes
        nearest: dict[str, int] = {}
        for question in self._order:
            nearest[question] = (
                0 if question in only else 1 + min([nearest.get(target, 0) for target in self._targets[question]])
            )
        return nearest[start]

    @cached_property
    def _groups(self) -> list[list[str]]:
        """The open questions, grouped so that branches that share a question are together."""
        ends = {*self._tree.outcomes, *self._counted}
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
                if node in ends:
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

    def _settle(self, question: str) -> tuple[list[_Set], _Set | None]:
        return [self._live.get(target, 0) for target in self._targets[question]], None

    @cached_property
    def _outcomes_below(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """For each node, the outcomes to which some answers lead, and those to which all do, as bits in a number.

        A question that already has an answer spoils no outcome.
        """
        some: dict[str, int] = {outcome: 1 << number for number, outcome in enumerate(self._tree.outcomes)}
        some |= dict.fromkeys(self._counted, -1)
        every = dict(some)
        for question in self._order:
            some[question], every[question] = 0, -1
            for target in self._targets[question]:
                some[question] |= some[target]
                every[question] &= every[target]
        return some, every

    def _to(self, outcome: int, best: int) -> int:
        """Return the fewest answers that leave only this outcome, or `best` if that is not more.

        Args:
            outcome: The outcome's bit.
            best: The fewest answers known so far.
        """
        some, every = self._outcomes_below
        if not all(some[question] & outcome for question in self._open):
            return best

        def moves(question: str) -> tuple[list[_Set], _Set | None]:
            # A question can also be left open, if nothing it leads to spoils the result.
            answers: list[_Set] = []
            left_open: _Set | None = 0
            for target in self._targets[question]:
                if every[target] & outcome:
                    answers.append(0)
                elif some[target] & outcome:
                    answers.append(self._live[target])
                    left_open = None if left_open is None else left_open | self._live[target] >> 1
                else:
                    left_open = None
            return answers, left_open

        count = 0
        for group in self._groups:
            unsettled = [question for question in group if not every[question] & outcome]
            count += self._walk(self._set_of(unsettled), moves, best - count)[0]
            if count >= best:
                return best
        return count

    def _set_of(self, questions: list[str]) -> _Set:
        return sum(self._live[question] for question in questions)

    def _walk(self, root: _Set, moves: _Moves, enough: int | None = None) -> _Counts:
        """Return the least and the most answers that settle a set of open questions.

        Args:
            root: The set.
            moves: The possible moves.
            enough: A number of answers from which on the least is of no interest: it is returned instead.
        """
        enough = len(self._order) + 1 if enough is None else enough
        if not root:
            return 0, 0
        end: _Counts | None = None
        live = sum(self._live.values())
        # By the question to deal with, since every move leads to later questions.
        waiting: list[dict[_Set, _Counts]] = [{} for _ in self._order]
        first = (root.bit_length() - 1) // 2
        waiting[first][root] = (0, 0)
        for rank in range(first, -1, -1):
            if not waiting[rank]:
                continue
            answers, left_open = moves(self._order[rank])
            self._work.spend(len(waiting[rank]))
            for state, (least, most) in waiting[rank].items():
                rest = state & ((1 << 2 * rank) - 1)
                options = [] if left_open is None else [(0, rest | left_open)]
                # A question that is not live cannot be answered.
                if state >> 2 * rank > 1:
                    options += [(1, rest | opened) for opened in answers]
                for cost, after in options:
                    if least + cost >= enough:
                        continue
                    counts = (least + cost, most + cost)
                    # A question that is live need not wait to become so.
                    after &= ~((after & live) >> 1)
                    known = waiting[(after.bit_length() - 1) // 2].get(after) if after else end
                    if known is not None:
                        counts = (min(known[0], counts[0]), max(known[1], counts[1]))
                    if after:
                        waiting[(after.bit_length() - 1) // 2][after] = counts
                    else:
                        end = counts
            waiting[rank] = {}
        return (enough, enough) if end is None else end
