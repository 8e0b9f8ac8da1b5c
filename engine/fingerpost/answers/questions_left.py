"""Counts the questions left: exactly, or as bounds if an exact count would take too much work."""

from __future__ import annotations

from dataclasses import dataclass

from fingerpost.answers.ask_first import ask_first
from fingerpost.answers.branches import Branches, TooMuchWork
from fingerpost.answers.state import State

GAMES_LIMIT = 200
"""The most states played through if answers are set aside; past this, the numbers are bounds."""


@dataclass(frozen=True, slots=True)
class Left:
    """The number of further answers, not counting "not sure".

    Attributes:
        least: The fewest answers until a single outcome is possible or no question is open; 0 when decided.
        most: The most answers that can be asked for until no question is open; 0 when decided.
        exact: False past the limit on the work; the true numbers are then between `least` and `most`.
    """

    least: int
    most: int
    exact: bool = True


def left(state: State) -> Left:
    """Return how many questions are left in a state, if an answer set aside never counts again."""
    position = state.position
    if position.decided is not None or not position.open:
        return Left(0, 0)
    branches = Branches(state)
    try:
        return Left(branches.least(), branches.most())
    except TooMuchWork:
        return Left(1, sum(branches.longest[question] for question in position.open), exact=False)


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
        asked = (question not in position.counted or question in first for question in state.tree.questions)
        return Left(1, sum(asked), exact=False)


class _Games:
    """The games played from one state, as far as the limit on their number allows.

    Not a function within a function: one that calls itself would keep the state in memory.
    """

    def __init__(self, *, hand_over: bool) -> None:
        self._hand_over = hand_over
        self._played = 0

    def play(self, now: State, waiting: tuple[str, ...]) -> tuple[int, int]:
        """Return the fewest and the most answers that the page asks for from a state on.

        Args:
            now: The state.
            waiting: The questions to ask again.

        Raises:
            TooMuchWork: The limit on the number of games was reached.
        """
        here = now.position
        again = tuple(question for question in waiting if question in (*here.open, *here.counted))
        if (here.decided is not None and (self._hand_over or not again)) or not (again or here.open):
            return 0, 0
        if not again and not here.set_aside:
            rest = left(now)
            return rest.least, rest.most
        if self._played >= GAMES_LIMIT:
            raise TooMuchWork
        self._played += 1
        question = (*again, *ask_first(now))[0]
        others = tuple(other for other in (waiting if self._hand_over else again) if other != question)
        answers = now.tree.questions[question].answers
        ends = [self.play(now.after(question, answer.id), others) for answer in answers]
        return 1 + min(least for least, _ in ends), 1 + max(most for _, most in ends)
