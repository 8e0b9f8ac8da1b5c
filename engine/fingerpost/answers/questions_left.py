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
    state = state.canonical
    if _is_over(state):
        return Left(0, 0)
    if not state.position.set_aside and not state.ask_again:
        return left(state)
    try:
        return Left(*_played(state, Work()))
    except TooMuchWork:
        return Left(1, _most_asked(state.settled, state.ask_again), exact=False)


def _is_over(state: State) -> bool:
    """Return whether the page asks nothing more."""
    position, again = state.position, state.asked_again
    if position.decided is not None and (state.hand_over or not again):
        return True
    return not (position.open or again)


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
    return min(len(asked), len(first) + max(further))


def _played(state: State, work: Work) -> tuple[int, int]:
    """Return the fewest and the most answers that the page asks for from a state on.

    Args:
        state: A canonical state.
        work: The work that may be done for it.

    Raises:
        TooMuchWork: The limit on the work was reached.
    """
    work.spend(len(state.tree.questions) // GAMES)
    if _is_over(state):
        return 0, 0
    again = state.asked_again
    if not again and not state.position.set_aside:
        rest = left(state, work)
        if not rest.exact:
            raise TooMuchWork
        return rest.least, rest.most
    question = (*again, *ask_first(state))[0]
    answers = state.tree.questions[question].answers
    ends = [_played(state.after(question, answer.id).canonical, work) for answer in answers]
    return 1 + min(least for least, _ in ends), 1 + max(most for _, most in ends)
