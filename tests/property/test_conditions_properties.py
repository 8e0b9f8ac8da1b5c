"""The conditions for an outcome hold for exactly the answers that lead to it, and none of them is superfluous."""

from __future__ import annotations

from hypothesis import given

from combinations import combinations, outcome_of
from fingerpost.tree.conditions import Conditions, conditions
from fingerpost.tree.model import Tree
from trees import trees


def holds(each: Conditions, answers: dict[str, str]) -> bool:
    """Return whether answers to all questions meet conditions."""
    return all(answers[question] in ids for question, ids in each.answers.items())


@given(trees())
def test_they_hold_for_exactly_the_answers_that_lead_to_the_outcome(tree: Tree) -> None:
    found = {outcome: conditions(tree, outcome) for outcome in tree.outcomes}

    assert all(are_all for _, are_all in found.values())
    for answers in combinations(tree):
        held = {outcome for outcome, (sets, _) in found.items() if any(holds(each, answers) for each in sets)}
        assert held == {outcome_of(tree, answers)}


@given(trees())
def test_without_one_of_them_the_answers_can_lead_elsewhere(tree: Tree) -> None:
    every = combinations(tree)
    for outcome in tree.outcomes:
        for each in conditions(tree, outcome)[0]:
            for question in each.answers:
                fewer = Conditions({name: ids for name, ids in each.answers.items() if name != question}, each.way)
                assert {outcome_of(tree, answers) for answers in every if holds(fewer, answers)} != {outcome}


@given(trees())
def test_no_set_only_holds_where_another_does_and_each_has_a_way_of_its_own(tree: Tree) -> None:
    every = combinations(tree)
    for outcome in tree.outcomes:
        sets = conditions(tree, outcome)[0]
        for each in sets:
            assert holds(each, {**every[0], **each.way.answers})
            where = [answers for answers in every if holds(each, answers)]
            others = [other for other in sets if other is not each]
            assert not any(all(holds(other, answers) for answers in where) for other in others)
