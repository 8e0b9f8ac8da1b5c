"""The numbers of questions left where branches join, and the limit on the work that they may take."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from fingerpost.answers.branches import WORK_LIMIT, Branches, TooMuchWork, Work
from fingerpost.answers.questions_left import GAMES, Left, left, left_to_ask
from fingerpost.answers.state import State
from made_up import SUPPER, tree_of

SHORT_AND_LONG_WAYS = tree_of(
    {
        "start": {"go": "both", "skip": "late"},
        "both": {"a": "one", "b": "two"},
        "one": {"a": "far", "b": "near"},
        "far": {"a": "farther", "b": "x"},
        "farther": {"a": "last", "b": "x"},
        "near": {"a": "last", "b": "x"},
        "two": {"a": "last", "b": "x"},
        "last": {"a": "x", "b": "y"},
        "late": {"a": "later", "b": "x"},
        "later": {"a": "latest", "b": "x"},
        "latest": {"a": "near", "b": "y"},
    },
    ("x", "y"),
)
"""The last question is two answers away from the first branch, or three; the short way is the last in the order."""


def test_of_ways_to_the_same_questions_the_shortest_and_the_longest_count() -> None:
    state = State(SHORT_AND_LONG_WAYS, {"start": "go", "both": "unsure"})

    assert Branches(state, Work()).settling == (3, 5)
    assert left(state) == Left(2, 5)


def test_answers_that_lead_to_one_question_alike_count_once() -> None:
    tree = tree_of({"first": {"a": "last", "b": "last"}, "last": {"a": "x", "b": "y"}}, ("x", "y"))

    assert left(State(tree)) == Left(2, 2)


JOINED = tree_of(
    {
        "start": {"a": "one", "b": "two"},
        "one": {"a": "join", "b": "x"},
        "two": {"a": "join", "b": "y"},
        "join": {"a": "third", "b": "fourth"},
        "third": {"a": "x", "b": "y"},
        "fourth": {"a": "y", "b": "z"},
    },
    ("x", "y", "z"),
)


def test_questions_after_a_join_are_asked_once_and_of_two_that_exclude_each_other_one() -> None:
    assert left(State(JOINED, {"start": "unsure"})) == Left(2, 4)


def test_past_the_limit_the_most_is_a_bound() -> None:
    with patch("fingerpost.answers.branches.WORK_LIMIT", 0):
        assert left(State(JOINED, {"start": "unsure"})) == Left(1, 5, exact=False)


def test_the_work_for_one_number_is_limited_to_a_number_of_sets() -> None:
    assert WORK_LIMIT == 6_000
    work = Work()
    work.spend(5_999)
    work.spend(1)
    with pytest.raises(TooMuchWork):
        work.spend(1)


@pytest.mark.parametrize(("limit", "exact"), [(22, True), (21, False)])
def test_every_game_costs_a_set_for_each_four_questions_of_the_tree(limit: int, exact: bool) -> None:
    """The page can go on in eleven ways, and the tree has eleven questions."""
    assert GAMES == 4
    state = State(SHORT_AND_LONG_WAYS, {"start": "skip", "both": "a"})

    with patch("fingerpost.answers.branches.WORK_LIMIT", limit):
        assert left_to_ask(state).exact is exact


def test_questions_to_ask_again_are_left_and_answers_set_aside_are_not() -> None:
    again = State(SUPPER, {"hungry": "yes", "cook": "no", "thirsty": "yes"}, ("hungry",))

    assert left_to_ask(again) == Left(1, 1)
    assert left_to_ask(State(SUPPER, {"hungry": "yes", "cook": "no"}, ("hungry",))) == Left(1, 2)
