"""Reasons: their order, and what is chosen where several would do, which reading the author's order decides."""

from __future__ import annotations

from fingerpost.answers.reasons import alternatives, deciding, forcing, narrowing, ruled_out
from fingerpost.answers.state import State
from fingerpost.tree.model import Tree
from made_up import SUPPER, tree_of

DIAMOND = tree_of(
    {
        "first": {"a": "left", "b": "right", "c": "z"},
        "left": {"a": "x", "b": "y"},
        "right": {"a": "x", "b": "y", "c": "z"},
    },
    ("x", "y", "z"),
)
"""Two outcomes that can be had on either side, at the same cost."""


type Given = dict[str, str]


def change(tree: Tree, answers: Given, outcome: str) -> tuple[Given, Given]:
    """Return the changed and the added answers that lead to an outcome."""
    found = alternatives(State(tree, answers))[outcome]
    return dict(found.changed), dict(found.added)


class TestOrder:
    def test_what_forces_stands_in_the_order_asked(self) -> None:
        assert forcing(State(SUPPER, {"cook": "no", "hungry": "yes"})) == ("hungry", "cook")

    def test_outcomes_ruled_out_stand_in_the_order_of_the_tree(self) -> None:
        state = State(SUPPER, {"hungry": "no", "thirsty": "yes"})

        assert list(ruled_out(state).items()) == [("soup", "hungry"), ("toast", "thirsty")]

    def test_one_answer_can_rule_out_outcomes_beside_it_and_outcomes_further_on(self) -> None:
        tree = tree_of({"first": {"a": "second", "b": "w", "c": "x"}, "second": {"a": "y", "b": "z"}}, tuple("wxyz"))

        assert ruled_out(State(tree, {"first": "c"})) == {"w": "first", "y": "first", "z": "first"}

    def test_alternatives_stand_in_the_order_of_the_tree(self) -> None:
        assert list(alternatives(State(SUPPER, {"hungry": "no", "thirsty": "yes"}))) == ["soup", "toast"]

    def test_answers_that_decide_stand_in_the_order_asked(self) -> None:
        state = State(SUPPER, {"thirsty": "no", "cook": "no", "hungry": "unsure"})

        assert deciding(state, forcing(state)) == ("cook", "thirsty")

    def test_questions_that_would_narrow_stand_in_the_order_asked(self) -> None:
        state = State(SUPPER, {"thirsty": "unsure", "cook": "unsure", "hungry": "unsure"})

        assert narrowing(state) == ("hungry", "cook", "thirsty")

    def test_answers_to_add_stand_in_the_order_asked_as_do_those_to_change(self) -> None:
        added = alternatives(State(DIAMOND))["x"].added
        changed = alternatives(State(DIAMOND, {"first": "c", "left": "b", "right": "c"}))["x"].changed

        assert list(added.items()) == [("first", "a"), ("left", "a")]
        assert list(changed.items()) == [("first", "a"), ("left", "a")]

    def test_the_answers_of_a_change_stand_in_the_order_asked(self) -> None:
        found = alternatives(State(DIAMOND, {"first": "c"}))["y"]

        assert found.in_order(State(DIAMOND, {"first": "c"})) == (("first", "a"), ("left", "b"))


def test_a_tree_with_one_outcome_has_no_alternatives() -> None:
    tree = tree_of({"first": {"a": "second", "b": "x"}, "second": {"a": "x", "b": "x"}}, ("x",))

    assert alternatives(State(tree)) == {}


class TestForcing:
    TREE = tree_of(
        {"first": {"a": "second", "b": "second"}, "second": {"a": "x", "b": "third", "c": "y"}}
        | {"third": {"a": "x", "b": "y"}},
        ("x", "y"),
    )
    """Whatever is answered first, the second question follows; the third is asked on one way."""

    def test_an_answer_without_consequence_forces_nothing(self) -> None:
        assert forcing(State(self.TREE, {"first": "a", "second": "a"})) == ("second",)

    def test_nor_does_one_that_leads_out_only_past_another_answer_that_was_given(self) -> None:
        state = State(self.TREE, {"first": "a", "second": "b", "third": "a"})

        assert forcing(state) == ("second", "third")
        assert deciding(state, forcing(state)) == ("third",)

    def test_as_long_as_every_outcome_is_possible_nothing_is_forced_or_decided(self) -> None:
        state = State(self.TREE, {"first": "a", "second": "b"})

        assert forcing(state) == ()
        assert deciding(state, ("second",)) == ()


class TestTies:
    def test_of_two_ways_at_the_same_cost_the_first_is_taken(self) -> None:
        assert change(DIAMOND, {}, "x") == ({}, {"first": "a", "left": "a"})

    def test_a_way_that_keeps_answers_is_better_than_an_earlier_one(self) -> None:
        assert change(DIAMOND, {"first": "b", "right": "a"}, "y") == ({"right": "b"}, {})

    def test_answers_set_aside_are_used_where_the_way_meets_their_questions(self) -> None:
        """On the right, one answer is there already."""
        assert change(DIAMOND, {"first": "c", "right": "b"}, "y") == ({"first": "b"}, {})

    def test_one_answer_more_to_add_is_better_than_one_to_change(self) -> None:
        tree = tree_of(
            {"first": {"a": "second", "b": "x"}, "second": {"a": "third", "b": "y"}, "third": {"a": "x", "b": "y"}},
            ("x", "y"),
        )

        assert change(tree, {"first": "a"}, "x") == ({}, {"second": "a", "third": "a"})

    def test_of_two_answers_with_the_same_effect_the_first_is_taken(self) -> None:
        tree = tree_of({"first": {"a": "x", "b": "y", "c": "y"}}, ("x", "y"))

        assert change(tree, {"first": "a"}, "y") == ({"first": "b"}, {})

    def test_a_question_from_which_one_outcome_is_left_ends_the_way_as_well_as_the_outcome(self) -> None:
        """It comes earlier than the outcome, which costs the same."""
        tree = tree_of({"first": {"a": "sure", "b": "x", "c": "y"}, "sure": {"a": "x", "b": "x"}}, ("x", "y"))

        assert change(tree, {}, "x") == ({}, {"first": "a"})

    def test_of_two_questions_after_which_nothing_else_is_possible_the_first_is_taken(self) -> None:
        sure = {"a": "x", "b": "x"}
        tree = tree_of({"first": {"a": "sure", "b": "surer", "c": "y"}, "sure": sure, "surer": sure}, ("x", "y"))

        assert change(tree, {"first": "c"}, "x") == ({"first": "a"}, {})

    def test_a_way_stops_at_the_first_question_after_which_nothing_else_is_possible(self) -> None:
        tree = tree_of(
            {"first": {"a": "y", "b": "sure"}, "sure": {"a": "surer", "b": "x"}, "surer": {"a": "x", "b": "x"}},
            ("x", "y"),
        )

        assert change(tree, {"first": "a"}, "x") == ({"first": "b"}, {})
