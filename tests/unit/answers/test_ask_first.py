"""The question to ask first: the one of which any answer is sure to rule out most ways through the tree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.answers.ask_first import ask_first
from fingerpost.answers.state import State
from fingerpost.tree.model import Tree
from made_up import tree_of

START = {"a": "one", "b": "two", "c": "three"}


def opened(questions: dict[str, dict[str, str]], *informative: str) -> State:
    """Return a state in which every branch of the first question is open."""
    made = tree_of({"start": START, **questions}, ("x", "y", "z"))
    changed = {name: replace(made.questions[name], informative=True) for name in informative}
    tree: Tree = replace(made, questions={**made.questions, **changed})
    return State(tree, {"start": "unsure"})


def test_the_question_that_is_sure_to_rule_out_most_comes_first() -> None:
    """Any answer rules out 1 of 2 ways below `one`, 2 of 3 below `two`, and 1 of 4 or more below `three`."""
    state = opened(
        {
            "one": {"a": "x", "b": "y"},
            "two": {"a": "x", "b": "y", "c": "z"},
            "three": {"a": "more", "b": "x"},
            "more": {"a": "x", "b": "y", "c": "z"},
        }
    )

    assert ask_first(state) == ("two", "one", "three")


def test_two_questions_are_rated_as_well_as_many() -> None:
    tree = tree_of(
        {"start": {"a": "one", "b": "two"}, "one": {"a": "x", "b": "y"}, "two": {"a": "x", "b": "y", "c": "z"}},
        ("x", "y", "z"),
    )

    assert ask_first(State(tree, {"start": "unsure"})) == ("two", "one")


def test_the_answer_that_rules_out_least_is_what_counts() -> None:
    """`one` has 5 ways, of which its first answer leaves 4; `two` has 4, of which either answer leaves 2."""
    state = opened(
        {
            "one": {"a": "four", "b": "x"},
            "four": {"a": "pair", "b": "pair"},
            "two": {"a": "pair", "b": "pair"},
            "pair": {"a": "x", "b": "y"},
            "three": {"a": "x", "b": "y"},
        }
    )

    assert ask_first(state) == ("two", "one", "three")


def test_questions_that_rule_out_as_much_stay_in_the_order_asked() -> None:
    """Every answer to `one` leaves 1 of 2 ways, and so does `three`; `two` leaves 2 of 3 at most."""
    state = opened(
        {
            "one": {"a": "x", "b": "y"},
            "two": {"a": "last", "b": "z"},
            "last": {"a": "x", "b": "y"},
            "three": {"a": "y", "b": "x"},
        }
    )

    assert ask_first(state) == ("one", "two", "three")


@pytest.mark.parametrize(("informative", "order"), [((), ("one", "three", "two")), (("one",), ("three", "one", "two"))])
def test_a_question_that_never_counts_comes_just_before_the_open_one_that_it_leads_to(
    informative: tuple[str, ...], order: tuple[str, ...]
) -> None:
    state = opened(
        {
            "one": {"a": "two", "b": "two"},
            "two": {"a": "x", "b": "y", "c": "z"},
            "three": {"a": "last", "b": "last"},
            "last": {"a": "x", "b": "y", "c": "z"},
        },
        *informative,
    )

    assert ask_first(state) == order


def test_several_that_lead_to_one_question_stay_in_the_order_asked_and_those_to_an_outcome_come_last() -> None:
    state = opened(
        {
            "one": {"a": "last", "b": "last"},
            "two": {"a": "z", "b": "z"},
            "three": {"a": "last", "b": "last"},
            "last": {"a": "x", "b": "y"},
        },
        "one",
        "two",
        "three",
    )

    assert ask_first(state) == ("one", "three", "last", "two")
    assert ask_first(state.after("one", "a")) == ("three", "last", "two")
