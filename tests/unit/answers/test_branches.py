"""The fewest answers where several branches are open, and the work that it takes to know them."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from fingerpost.answers.questions_left import Left, left
from fingerpost.answers.state import State
from fingerpost.tree.model import Tree
from made_up import tree_of

UNSURE_AT_THE_START = {"start": "unsure"}


class TestFewestAnswers:
    """A result stands once every branch leads to it, even if questions are open; otherwise, every branch has to end."""

    def test_a_single_branch_leaves_one_outcome_before_it_ends(self) -> None:
        tree = tree_of(
            {"start": {"a": "one", "b": "two"}, "one": {"a": "x", "b": "x"}, "two": {"a": "y", "b": "y"}}, ("x", "y")
        )

        assert left(State(tree)) == Left(1, 2)

    def test_a_branch_can_end_at_the_outcome_of_another(self) -> None:
        tree = tree_of(
            {"start": {"a": "x", "b": "one"}, "one": {"a": "two", "b": "x"}, "two": {"a": "x", "b": "y"}}, ("x", "y")
        )

        assert left(State(tree, UNSURE_AT_THE_START)) == Left(1, 2)

    def test_every_branch_has_to_end_once_there_are_two_outcomes(self) -> None:
        tree = tree_of({"start": {"a": "x", "b": "more", "c": "y"}, "more": {"a": "y", "b": "y"}}, ("x", "y"))

        assert left(State(tree, UNSURE_AT_THE_START)) == Left(1, 1)

    @pytest.mark.parametrize(
        ("between", "most"),
        [
            ({"one": {"a": "x", "b": "last"}}, 2),
            ({"one": {"a": "two", "b": "x"}, "two": {"a": "last", "b": "x"}}, 3),
            (
                {
                    "one": {"a": "two", "b": "last"},
                    "two": {"a": "last", "b": "three"},
                    "three": {"a": "x", "b": "last"},
                },
                4,
            ),
        ],
    )
    def test_a_question_may_stay_open_if_no_answer_to_it_spoils_the_result(
        self, between: dict[str, dict[str, str]], most: int
    ) -> None:
        """One answer to the last question makes every way from the others lead to the same outcome."""
        tree = tree_of({"start": {"a": "one", "b": "last"}, **between, "last": {"a": "x", "b": "y"}}, ("x", "y"))

        assert left(State(tree, UNSURE_AT_THE_START)) == Left(1, most)

    def test_a_question_that_can_no_more_be_led_to_spoils_nothing(self) -> None:
        tree = tree_of(
            {
                "start": {"a": "one", "b": "two"},
                "one": {"a": "two", "b": "x"},
                "two": {"a": "last", "b": "x"},
                "last": {"a": "x", "b": "y"},
            },
            ("x", "y"),
        )

        assert left(State(tree, UNSURE_AT_THE_START)) == Left(1, 3)

    def test_one_that_can_spoil_it_has_to_be_answered(self) -> None:
        """For x, both open questions; one answer is enough for none."""
        tree = tree_of(
            {
                "start": {"a": "last", "b": "one"},
                "one": {"a": "x", "b": "two"},
                "two": {"a": "last", "b": "y"},
                "last": {"a": "z", "b": "x"},
            },
            ("x", "y", "z"),
        )

        assert left(State(tree, UNSURE_AT_THE_START)) == Left(2, 3)

    @pytest.mark.parametrize("outcome", ["x", "y"])
    def test_a_question_with_an_answer_spoils_no_outcome(self, outcome: str) -> None:
        """Its answer leads to the last question, and one to that leaves either outcome."""
        tree = tree_of(
            {
                "start": {"a": "given", "b": "one"},
                "one": {"a": outcome, "b": "given"},
                "given": {"a": "last", "b": "x"},
                "last": {"a": "x", "b": "y"},
            },
            ("x", "y"),
        )

        assert left(State(tree, {"start": "unsure", "given": "a"})) == Left(1, 2)

    def test_a_question_is_not_answered_before_the_answers_lead_to_it(self) -> None:
        """An answer to the second alone would leave x."""
        tree = tree_of(
            {
                "start": {"a": "x", "b": "one"},
                "one": {"a": "two", "b": "two"},
                "two": {"a": "three", "b": "x"},
                "three": {"a": "y", "b": "z"},
            },
            ("x", "y", "z"),
        )

        assert left(State(tree, UNSURE_AT_THE_START)) == Left(2, 3)

    def test_of_several_ways_to_a_question_the_shortest_counts(self) -> None:
        tree = tree_of(
            {
                "start": {"a": "one", "b": "two"},
                "one": {"a": "x", "b": "two"},
                "two": {"a": "three", "b": "last"},
                "three": {"a": "last", "b": "last"},
                "last": {"a": "x", "b": "y"},
            },
            ("x", "y"),
        )

        assert left(State(tree, UNSURE_AT_THE_START)) == Left(2, 4)

    def test_branches_that_share_nothing_do_not_affect_each_other(self) -> None:
        """The tree's order has the question of one between those of two others."""
        tree = tree_of(
            {
                "start": {"a": "one", "b": "apart", "c": "two"},
                "one": {"a": "z", "b": "two"},
                "two": {"a": "x", "b": "y"},
                "apart": {"a": "x", "b": "y"},
            },
            ("x", "y", "z"),
        )

        assert left(State(tree, UNSURE_AT_THE_START)) == Left(3, 3)


def work_for(tree: Tree) -> int:
    """Return how many sets of open questions have to be visited after "not sure" at the start."""
    for limit in range(100):
        with patch("fingerpost.answers.branches.WORK_LIMIT", limit):
            if left(State(tree, UNSURE_AT_THE_START)).exact:
                return limit
    raise AssertionError("more than a hundred")


class TestWork:
    def test_branches_that_share_nothing_take_none_to_settle(self) -> None:
        """With two outcomes, nothing else is asked for."""
        tree = tree_of(
            {
                "start": {"a": "one", "b": "two", "c": "x", "d": "y"},
                "one": {"a": "x", "b": "y"},
                "two": {"a": "x", "b": "y"},
            },
            ("x", "y"),
        )

        assert work_for(tree) == 0

    def test_an_outcome_that_some_branch_cannot_lead_to_is_not_tried(self) -> None:
        """Only x is, with one question at a time."""
        tree = tree_of(
            {"start": {"a": "one", "b": "two"}, "one": {"a": "x", "b": "y"}, "two": {"a": "x", "b": "z"}},
            ("y", "x", "z"),
        )

        assert work_for(tree) == 2

    @pytest.mark.parametrize("outcomes", [("x", "y"), ("y", "x")])
    def test_a_branch_that_only_leads_to_the_outcome_tried_is_not_followed(self, outcomes: tuple[str, ...]) -> None:
        """For either outcome, both open questions are visited and nothing after them."""
        tree = tree_of(
            {
                "start": {"a": "one", "b": "two"},
                "one": {"a": "only", "b": "y"},
                "only": {"a": "x", "b": "x"},
                "two": {"a": "x", "b": "y"},
            },
            outcomes,
        )

        assert work_for(tree) == 4

    @pytest.mark.parametrize(("first", "second"), [("long", "short"), ("short", "long")])
    def test_ways_that_are_no_shorter_than_the_best_are_not_followed(self, first: str, second: str) -> None:
        """Two answers settle both branches."""
        tree = tree_of(
            {
                "start": {"a": first, "b": second},
                "short": {"a": "x", "b": "y"},
                "long": {"a": "longer", "b": "y"},
                "longer": {"a": "longest", "b": "z"},
                "longest": {"a": "last", "b": "z"},
                "last": {"a": "x", "b": "z"},
            },
            ("x", "y", "z"),
        )

        assert work_for(tree) == 4
