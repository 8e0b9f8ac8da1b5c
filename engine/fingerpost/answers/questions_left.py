"""Counts the questions left: exactly, or as bounds if an exact count would take too much work."""

from __future__ import annotations

from dataclasses import dataclass

from fingerpost.answers.ask_first import ask_first
from fingerpost.answers.branches import Branches, TooMuchWork, Work
from fingerpost.answers.position import nodes_ahead
from fingerpost.answers.state import State
from fingerpost.tree.model import UNSURE

GAMES = 4
"""A game takes as much work as visiting one set of open questions for each so many questions of the tree."""


@dataclass(frozen=True, slots=True)
class Left:
    """The number of further answers, not counting "not sure".

    Attributes:
        least: The fewest answers until a single outcome is possible or no question is open; 0 when decided.
        most: The most answers until no question is open; 0 when decided. No reader gives more; after "not sure", some
            may give fewer, since a result can stand while questions are open.
        exact: False past the limit on the work; the true numbers are then between `least` and `most`.
    """

    least: int
    most: int
    exact: bool = True


def left(state: State, work: Work | None = None) -> Left:
    """Return how many questions are left in a state, if an answer set aside never counts again.

    Args:
        state: The state.
        work: The work that may be done for it; None for as much as one number may take.
    """
    position = state.position
    if position.decided is not None or not position.open:
        return Left(0, 0)
    branches = Branches(state, work or Work())
    most = branches.bound()
    try:
        _, most = branches.settling
        return Left(branches.least(), most)
    except TooMuchWork:
        return Left(1, most, exact=False)


def left_to_ask(state: State) -> Left:
    """Return how many questions the page will ask, if an answer set aside counts again once its question is live.

    Questions to ask again come before all others. Somebody who was handed them is asked no more once there is a result;
    those that are not live yet are asked as soon as they are. For a state with answers set aside or questions to ask
    again, every sequence of answers is played through as the page would ask, up to a limit; for any other, the result
    is that of `left`.
    """
    position, hand_over = state.position, state.hand_over
    again = state.asked_again
    first = state.ask_again if hand_over and again else again
    if not position.set_aside and not first:
        return left(state)
    try:
        return Left(*_Games(hand_over=hand_over).play(state.settled, first))
    except TooMuchWork:
        most = _most_asked(state.settled, first)
        return Left(min(1, most), most, exact=most == 0)


def _most_asked(state: State, first: tuple[str, ...]) -> int:
    """Return a number that the page never asks more questions than, in time linear in the tree.

    Args:
        state: The state.
        first: The questions to ask again.
    """
    tree, position = state.tree, state.position
    starts = (*position.open, *first)
    ahead = {*starts, *nodes_ahead(tree, starts, starts)} & tree.questions.keys()
    asked = (ahead - state.answers.keys()).union(first)
    if UNSURE in state.answers.values():
        return len(asked)
    # There is one branch: after the questions to ask again, all others are on a single way.
    longest = tree.graph.longest_ways
    further = [longest[question] - (question in first) for question in starts]
    return min(len(asked), len(first) + max(further, default=0))


class _Games:
    """The games played from one state, as far as the limit on the work allows.

    Not a function within a function: one that calls itself would keep the state in memory.
    """

    def __init__(self, *, hand_over: bool) -> None:
        self._hand_over = hand_over
        self._work = Work()

    def play(self, now: State, waiting: tuple[str, ...]) -> tuple[int, int]:
        """Return the fewest and the most answers that the page asks for from a state on.

        Args:
            now: The state.
            waiting: The questions to ask again.

        Raises:
            TooMuchWork: The limit on the work was reached.
        """
        self._work.spend(len(now.tree.questions) // GAMES)
        here = now.position
        again = tuple(question for question in waiting if question in (*here.open, *here.counted))
        if (here.decided is not None and (self._hand_over or not again)) or not (again or here.open):
            return 0, 0
        if not again and not here.set_aside:
            rest = left(now, self._work)
            if not rest.exact:
                raise TooMuchWork
            return rest.least, rest.most
        question = (*again, *ask_first(now))[0]
        others = tuple(other for other in (waiting if self._hand_over else again) if other != question)
        answers = now.tree.questions[question].answers
        ends = [self.play(now.after(question, answer.id), others) for answer in answers]
        return 1 + min(least for least, _ in ends), 1 + max(most for _, most in ends)
