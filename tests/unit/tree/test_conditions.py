"""Conditions under which a tree leads to an outcome: as few as there can be."""

from __future__ import annotations

import pytest

from fingerpost.tree.conditions import LIMIT, conditions
from fingerpost.tree.model import Tree
from fingerpost.tree.ways import Way
from made_up import SUPPER, tree_of


def answers_of(tree: Tree, outcome: str) -> list[dict[str, tuple[str, ...]]]:
    """Return the answers of each set of conditions."""
    return [dict(each.answers) for each in conditions(tree, outcome)[0]]


def test_each_way_is_a_set_of_its_own() -> None:
    assert answers_of(SUPPER, "toast") == [
        {"hungry": ("yes",), "cook": ("no",)},
        {"hungry": ("no",), "thirsty": ("no",)},
    ]


def test_a_question_whose_answers_lead_to_the_same_place_is_left_out() -> None:
    tree = tree_of({"q": {"a": "r", "b": "r"}, "r": {"a": "o", "b": "p"}}, ("o", "p"))

    assert answers_of(tree, "o") == [{"r": ("a",)}]


def test_an_answer_is_left_out_where_the_others_are_enough() -> None:
    tree = tree_of({"q": {"a": "r", "b": "s"}, "r": {"a": "s", "b": "p"}, "s": {"a": "o", "b": "o"}}, ("o", "p"))

    assert answers_of(tree, "o") == [{"r": ("a",)}, {"q": ("b",)}]


def test_answers_to_one_question_that_lead_to_one_place_are_one_condition() -> None:
    tree = tree_of({"q": {"a": "o", "b": "p", "c": "o"}}, ("o", "p"))

    assert answers_of(tree, "o") == [{"q": ("a", "c")}]


def test_a_tree_that_always_leads_there_has_no_conditions() -> None:
    assert answers_of(tree_of({"q": {"a": "o", "b": "o"}}, ("o",)), "o") == [{}]


def test_an_outcome_that_is_not_reached_has_none() -> None:
    assert answers_of(tree_of({"q": {"a": "o", "b": "o"}}, ("o", "p")), "p") == []


def test_of_very_many_ways_some_are_looked_at() -> None:
    ladder = {f"q{number}": {"a": f"r{number}", "b": f"q{number + 1}"} for number in range(199)}
    side = {f"r{number}": {"a": "p", "b": f"q{number + 1}"} for number in range(199)}
    tree = tree_of({**ladder, **side, "q199": {"a": "o", "b": "p"}}, ("o", "p"))

    found, are_all = conditions(tree, "o")

    assert not are_all
    assert 0 < len(found) <= LIMIT


@pytest.mark.parametrize(("ways", "are_all"), [(LIMIT, True), (LIMIT + 1, False)])
def test_as_many_ways_as_the_limit_are_all_looked_at(ways: int, are_all: bool) -> None:
    """Each question leads to the outcome, or on to the next."""
    questions = {f"q{number}": {"a": "o", "b": f"q{number + 1}"} for number in range(ways - 1)}
    tree = tree_of({**questions, f"q{ways - 1}": {"a": "o", "b": "p"}}, ("o", "p"))

    found, all_found = conditions(tree, "o")

    assert [dict(each.answers) for each in found] == [{f"q{number}": ("a",)} for number in range(LIMIT)]
    assert all_found is are_all


SIDES = {"left": {"x": "last", "y": "last"}, "right": {"x": "last", "y": "last"}, "last": {"yes": "o", "no": "p"}}


def test_ways_that_differ_in_the_answer_to_one_question_are_one_set_with_the_first_of_them() -> None:
    tree = tree_of({"top": {"a": "left", "b": "p", "c": "right"}, **SIDES}, ("o", "p"))

    (found,), are_all = conditions(tree, "o")

    assert are_all
    assert found.answers == {"top": ("a", "c"), "last": ("yes",)}
    assert found.way == Way({"top": "a", "left": "x", "last": "yes"}, "o")


def test_so_are_those_that_need_no_other_answer() -> None:
    sure = {"x": "o", "y": "o"}
    tree = tree_of({"top": {"a": "left", "b": "p", "c": "right", "d": "o"}, "left": sure, "right": sure}, ("o", "p"))

    assert answers_of(tree, "o") == [{"top": ("a", "c", "d")}]


def test_ways_with_the_same_conditions_are_one_set() -> None:
    tree = tree_of({"top": {"a": "left", "b": "right"}, **SIDES}, ("o", "p"))

    assert answers_of(tree, "o") == [{"last": ("yes",)}]


def test_ways_that_differ_in_two_questions_are_two_sets_each_with_its_way() -> None:
    found, _ = conditions(SUPPER, "toast")

    assert [each.way for each in found] == [
        Way({"hungry": "yes", "cook": "no"}, "toast"),
        Way({"hungry": "no", "thirsty": "no"}, "toast"),
    ]
