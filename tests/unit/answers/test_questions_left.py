"""The numbers of questions left where branches join, and the limit on the work that they may take."""

from __future__ import annotations

from itertools import pairwise
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


@pytest.mark.parametrize(("limit", "exact"), [(15, True), (14, False)])
def test_branches_that_a_game_comes_to_spend_from_the_same_limit(limit: int, exact: bool) -> None:
    """The page can go on in three ways, each at the cost of a set; one leads to branches that take twelve."""
    tree = tree_of(
        {
            "gate": {"a": "start", "b": "x"},
            "start": {"a": "one", "b": "two"},
            "one": {"a": "join", "b": "x"},
            "two": {"a": "join", "b": "y"},
            "join": {"a": "x", "b": "y"},
        },
        ("x", "y"),
    )

    with patch("fingerpost.answers.branches.WORK_LIMIT", limit):
        assert left_to_ask(State(tree, {"start": "unsure"})).exact is exact


def test_questions_to_ask_again_are_left_and_answers_set_aside_are_not() -> None:
    again = State(SUPPER, {"hungry": "yes", "cook": "no", "thirsty": "yes"}, ("hungry",))

    assert left_to_ask(again) == Left(1, 1)
    assert left_to_ask(State(SUPPER, {"hungry": "yes", "cook": "no"}, ("hungry",))) == Left(1, 2)


def test_nothing_is_left_where_an_open_question_changes_nothing() -> None:
    tree = tree_of({"only": {"a": "x", "b": "x"}}, ("x",))

    assert left(State(tree)) == left_to_ask(State(tree)) == Left(0, 0)


LADDER = tree_of(
    {"top": {"a": "middle", "b": "z"}, "middle": {"a": "x", "b": "low"}, "low": {"a": "z", "b": "x"}}, ("x", "z")
)


class TestAskingAgain:
    def test_an_answer_set_aside_counts_again_once_its_question_is_live(self) -> None:
        """The page then asks no more: whoever was not sure stays so."""
        assert left_to_ask(State(LADDER, {"middle": "unsure", "low": "unsure"})) == Left(1, 1)
        assert left_to_ask(State(LADDER, {"middle": "b"})) == Left(1, 2)
        assert left(State(LADDER, {"middle": "b"})) == Left(1, 3)

    def test_whoever_was_handed_questions_is_asked_those_that_come_to_be_live(self) -> None:
        given = {"top": "a", "low": "unsure"}

        assert left_to_ask(State(LADDER, given, ("top", "low"), hand_over=True)) == Left(1, 3)
        assert left_to_ask(State(LADDER, given, ("top", "low"))) == Left(1, 2)

    @pytest.mark.parametrize("answer", ["unsure", "a"])
    def test_so_they_are_when_none_of_them_is_live_yet(self, answer: str) -> None:
        """As after an answer that leads away from all others."""
        assert left_to_ask(State(LADDER, {"low": answer}, ("low",), hand_over=True)) == Left(1, 3)

    def test_of_them_alone_a_question_is_asked_although_an_answer_led_away_from_it(self) -> None:
        tree = tree_of(
            {
                "first": {"a": "last", "b": "middle"},
                "middle": {"a": "last", "b": "x"},
                "last": {"a": "x", "b": "y"},
            },
            ("x", "y"),
        )
        given = {"first": "unsure", "last": "unsure"}

        assert left_to_ask(State(tree, given, ("first", "last"))) == Left(2, 2)
        assert left_to_ask(State(tree, given, ("first", "last"), hand_over=True)) == Left(2, 3)

    def test_they_are_asked_no_more_once_there_is_a_result(self) -> None:
        tree = tree_of({"only": {"a": "x", "b": "x"}}, ("x",))

        assert left_to_ask(State(tree, {"only": "a"}, ("only",), hand_over=True)) == Left(0, 0)
        assert left_to_ask(State(tree, {"only": "a"}, ("only",))) == Left(1, 1)

    def test_not_sure_is_asked_again_although_it_counts_until_then(self) -> None:
        assert left_to_ask(State(SUPPER, {"hungry": "unsure", "cook": "no", "thirsty": "no"}, ("hungry",))) == Left(
            1, 1
        )
        assert left_to_ask(State(LADDER, {"top": "unsure"}, ("top",), hand_over=True)) == Left(1, 3)


WIDE = tree_of(
    {"top": {"a": "one", "b": "two", "c": "three"}} | {name: {"a": "x", "b": "y"} for name in ("one", "two", "three")},
    ("x", "y"),
)


class TestPastTheLimit:
    """Then the page is known to ask no question twice, and those on one way alone unless an answer is not sure."""

    @pytest.fixture(autouse=True)
    def no_work(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("fingerpost.answers.branches.WORK_LIMIT", 0)

    def test_the_longest_way_is_the_most(self) -> None:
        assert left_to_ask(State(WIDE, {"one": "a"})) == Left(1, 2, exact=False)

    def test_so_are_the_questions_without_an_answer(self) -> None:
        chain = tree_of(
            {name: {"a": after, "b": "z"} for name, after in pairwise(["q", "r", "s", "t", "x"])}, ("x", "z")
        )

        assert left_to_ask(State(chain, {"s": "a"})) == Left(1, 3, exact=False)

    def test_a_question_to_change_is_on_that_way(self) -> None:
        assert left_to_ask(State(WIDE, {"top": "a", "one": "a"}, ("top",))) == Left(1, 2, exact=False)

    def test_none_is_left_once_everything_is_answered(self) -> None:
        assert left_to_ask(State(WIDE, {"top": "a", "one": "a", "two": "a"})) == Left(0, 0)
        handed_over = State(WIDE, {"top": "a", "one": "unsure", "two": "a"}, ("two",), hand_over=True)
        assert left_to_ask(handed_over) == Left(0, 0)

    def test_after_not_sure_every_question_may_be_asked(self) -> None:
        assert left_to_ask(State(WIDE, {"one": "unsure"})) == Left(1, 3, exact=False)
        assert left_to_ask(State(LADDER, {"middle": "unsure"})) == Left(1, 2, exact=False)
