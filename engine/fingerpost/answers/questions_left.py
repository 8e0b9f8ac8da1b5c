"""How many questions are left, and which open question to ask first.

"Not sure" leaves several branches open, and branches can join further on, where one answer then serves both. So
branches cannot be counted one by one. They are walked together instead, always answering the open question that
comes first in topological order: no later question leads back to it, so each set of open questions has to be
worked out only once. Branches that share no question are counted apart, which keeps the sets small.

For many joining branches the problem contains the Steiner tree problem and has no known fast solution, so there
is a limit on the work; past it the numbers become bounds and say so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from fingerpost.answers.position import Position, position
from fingerpost.tree.model import Tree

WORK_LIMIT = 100_000
"""Sets of open questions, and nodes visited per outcome, before the numbers become bounds."""

GAMES_LIMIT = 200
"""Positions played through where answers are set aside, before the numbers become bounds."""

MOST_WAYS_COUNTED = 2**1000
"""Larger numbers of ways are treated as equal: keeping them exactly would cost memory and tell nothing."""


@dataclass(frozen=True, slots=True)
class Left:
    """How many further answers there can be; "not sure" is not one of them.

    Attributes:
        least: The fewest answers after which a single outcome is possible or no question is open. 0 when decided.
        most: The most answers that can be asked for before no question is open. 0 when decided.
        exact: False past the limit on the work; then the true numbers are not outside `least` to `most`.
    """

    least: int
    most: int
    exact: bool = True


def left(tree: Tree, where: Position) -> Left:
    """Return how many questions are left at a position of an acyclic tree."""
    if where.decided is not None or not where.open:
        return Left(0, 0)
    branches = _Branches(tree, where)
    try:
        return Left(branches.least(), branches.most())
    except _TooMuchWork:
        return Left(1, sum(branches.longest[question] for question in where.open), exact=False)


def left_to_ask(
    tree: Tree,
    answers: Mapping[str, str],
    where: Position,
    first: tuple[str, ...] = (),
    *,
    hand_over: bool = False,
) -> Left:
    """Return how many questions the page really asks: an answer set aside counts again where it is led to.

    Without such answers it is what `left` gives. With them every game is played as the page asks, up to a limit.

    Args:
        tree: The tree.
        answers: Question id to answer id or `unsure`.
        where: Their position.
        first: Questions that are asked before all others, in this order, where they are live.
        hand_over: Whether these are left out, too, as soon as there is a result, and wait while they are not live.
    """
    if not where.set_aside and not first:
        return left(tree, where)
    known: dict[tuple[frozenset[tuple[str, str]], tuple[str, ...]], tuple[int, int]] = {}

    def play(given: Mapping[str, str], waiting: tuple[str, ...]) -> tuple[int, int]:
        now = position(tree, given)
        again = tuple(question for question in waiting if question in (*now.open, *now.counted))
        if (now.decided is not None and (hand_over or not again)) or not (again or now.open):
            return 0, 0
        if not again and not now.set_aside:
            rest = left(tree, now)
            return rest.least, rest.most
        # An answer that was asked again can be set aside by the next one, so those that count are not all that matter.
        key = frozenset(given.items()), waiting
        if key not in known:
            if len(known) >= GAMES_LIMIT:
                raise _TooMuchWork
            known[key] = (0, 0)  # holds its place in the count
            question = (*again, *ask_first(tree, now))[0]
            others = tuple(other for other in (waiting if hand_over else again) if other != question)
            games = [play({**given, question: answer.id}, others) for answer in tree.questions[question].answers]
            known[key] = 1 + min(least for least, _ in games), 1 + max(most for _, most in games)
        return known[key]

    try:
        return Left(*play(answers, first))
    except _TooMuchWork:
        return Left(
            1, sum(question not in where.counted or question in first for question in tree.questions), exact=False
        )


def ask_first(tree: Tree, where: Position) -> tuple[str, ...]:
    """Return the open questions, the one that narrows most leading.

    A question narrows by the number of ways through the tree that its answer is sure to rule out, whichever
    answer it is. Equals stay in the order asked.
    """
    if len(where.open) < 2:
        return where.open
    ways = _ways_below(tree)

    def sure_to_rule_out(question: str) -> int:
        return ways[question] - max(ways.get(answer.go, 1) for answer in tree.questions[question].answers)

    return tuple(sorted(where.open, key=sure_to_rule_out, reverse=True))


type _State = tuple[int, ...]
"""Questions still to be dealt with, in topological order: twice their index there, and one more for a question
that is not live yet, since an open question before it may lead to it."""

type _Move = tuple[int, _State]
"""How many answers are given, and the state after them."""

_NEVER = float("inf")


class _TooMuchWork(Exception):  # noqa: N818 - never an error: it ends a calculation that has a fall-back
    """The limit on the work was reached."""


class _Branches:
    """The open branches of one position.

    A branch ends at an outcome, and also where it joins a live question that has its answer: from there on it
    adds nothing that is not there already.
    """

    def __init__(self, tree: Tree, where: Position) -> None:
        self._tree = tree
        self._open = where.open
        self._reached = where.reached
        self._ends = {*tree.outcomes, *where.counted}
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
        """Return the fewest answers that leave this outcome alone, or None where none do."""
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

        def moves(state: _State) -> list[_Move]:
            # A question that is not live cannot be answered; a live one can also be left open, where what it
            # leads to does no harm.
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
        """The open questions, those whose branches share a question together."""
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
        moves: Callable[[_State], list[_Move]],
    ) -> float:
        """Return the best number of answers for branches that join, or `_NEVER`.

        Args:
            group: The open questions.
            better: `min` or `max`.
            done: The nodes at which a branch needs no more answers.
            moves: Gives what can be done about the first question of a state.
        """
        root = tuple(sorted(2 * self._index[question] for question in group if question not in done))
        following: dict[_State, list[_Move]] = {}
        waiting = [root]
        while waiting:
            state = waiting.pop()
            if state in following or not state:
                continue
            self._spend(1)
            following[state] = moves(state)
            waiting.extend(after for _, after in following[state])
        best: dict[_State, float] = {(): 0}
        # Every move goes on to later questions, so the states that are last in order come first here.
        for state in sorted(following, reverse=True):
            options = [cost + best[after] for cost, after in following[state]]
            best[state] = better(options) if options else _NEVER
        return best[root]

    def _settling(self, state: _State) -> list[_Move]:
        return self._answers(state, self._ends, None)

    def _answers(self, state: _State, done: Container[str], leading: Container[str] | None) -> list[_Move]:
        """Return the moves that answer the first question of a state.

        Args:
            state: The state.
            done: The nodes at which a branch needs no more answers.
            leading: The nodes that a branch may come to; None for all.
        """
        rest = state[1:]
        return [
            (1, rest if target in done else _with(rest, 2 * self._index[target]))
            for target in self._targets[self._order[state[0] // 2]]
            if leading is None or target in leading
        ]

    def _leaving_open(self, state: _State, done: Container[str], leading: Container[str]) -> list[_Move]:
        """Return the move that leaves the first question of a state without an answer, where there is one."""
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
            raise _TooMuchWork


def _with(state: _State, entry: int) -> _State:
    """Return the state with one more question; a live one takes the place of the same one waiting."""
    at = bisect_left(state, entry & ~1)
    if at < len(state) and state[at] // 2 == entry // 2:
        return (*state[:at], min(state[at], entry), *state[at + 1 :])
    return (*state[:at], entry, *state[at:])


def _is_waiting(entry: int) -> bool:
    return entry % 2 == 1


def _ways_below(tree: Tree) -> dict[str, int]:
    """Return the number of ways from each question to an outcome, up to `MOST_WAYS_COUNTED`."""
    ways: dict[str, int] = {}
    for question in reversed(tree.graph.order):
        total = sum(ways.get(answer.go, 1) for answer in tree.questions[question].answers)
        ways[question] = min(total, MOST_WAYS_COUNTED)
    return ways
