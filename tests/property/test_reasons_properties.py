"""Reasons and counts on random trees with joins, against a reference that lists every combination."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from unittest.mock import patch

from hypothesis import given, settings

import reference
from fingerpost.answers.ask_first import ask_first
from fingerpost.answers.position import position
from fingerpost.answers.questions_left import left, left_to_ask
from fingerpost.answers.reasons import alternatives, deciding, forcing, narrowing, ruled_out
from fingerpost.answers.state import State
from fingerpost.tree.model import UNSURE, Tree
from live_tree import live_tree
from trees import answered_trees

type Answered = tuple[Tree, dict[str, str]]


@given(answered_trees())
def test_questions_left_are_those_of_the_best_and_the_worst_game(answered: Answered) -> None:
    tree, answers = answered

    counted = left(State(tree, answers))

    assert (counted.least, counted.most) == reference.left(tree, answers)
    assert counted.exact


@given(answered_trees(most_questions=5))
def test_no_reader_gives_more_answers_than_are_left(answered: Answered) -> None:
    """A reader who is not sure can have a result while questions are open; until then, only same answers end sooner."""
    tree, answers = answered
    given = {question: answers[question] for question in position(tree, answers).counted}
    counted = left(State(tree, given))

    least, most = reference.until_decided(tree, given)

    assert counted.least == least
    assert most <= counted.most
    every_question_matters = all(len(targets) > 1 for targets in tree.graph.targets.values())
    if every_question_matters and UNSURE not in given.values():
        assert most == counted.most


@given(answered_trees())
def test_answers_set_aside_count_again_among_the_questions_left(answered: Answered) -> None:
    tree, answers = answered

    counted = left_to_ask(State(tree, answers))

    def first(given: Mapping[str, str]) -> str:
        return ask_first(State(tree, given))[0]

    assert (counted.least, counted.most) == reference.left_to_ask(tree, answers, first)
    assert counted.exact


@given(answered_trees())
def test_past_the_limit_on_the_work_the_numbers_are_bounds(answered: Answered) -> None:
    tree, answers = answered
    state = State(tree, answers)
    again = [*state.position.counted, *state.position.set_aside][:1]
    states = [state, *(state.changing(question) for question in again)]
    exact = [(left(one), left_to_ask(one)) for one in states]

    with patch("fingerpost.answers.branches.WORK_LIMIT", 0):
        bounds = [(left(one), left_to_ask(one)) for one in states]

    for pair_of_numbers, pair_of_bounds in zip(exact, bounds, strict=True):
        for number, bound in zip(pair_of_numbers, pair_of_bounds, strict=True):
            assert bound == number if bound.exact else number.most <= bound.most <= len(tree.questions)


@given(answered_trees())
def test_a_question_is_said_to_narrow_only_where_some_answer_does(answered: Answered) -> None:
    tree, answers = answered

    assert set(narrowing(State(tree, answers))) == reference.narrowing(tree, answers)


def test_so_it_is_for_every_state_of_the_sites_tree() -> None:
    """Every choice of answers, "not sure" among them, to all 7 questions."""
    tree = live_tree()
    states: set[tuple[tuple[str, str], ...]] = set()
    for choices in product(("yes", "no", UNSURE, ""), repeat=len(tree.questions)):
        answers = {question: choice for question, choice in zip(tree.questions, choices, strict=True) if choice}
        where = position(tree, answers)
        states.add(tuple((question, answers[question]) for question in where.counted))
    undecided = 0
    for state in states:
        answers = dict(state)
        where = position(tree, answers)
        undecided += where.decided is None
        assert set(narrowing(State(tree, answers))) == reference.narrowing(tree, answers), answers
    assert undecided > 600


@given(answered_trees())
def test_what_decides_is_among_what_forces(answered: Answered) -> None:
    """A result that some answer forces has an answer that decides it: nothing else can come after that one."""
    tree, answers = answered
    where = position(tree, answers)
    forced = forcing(State(tree, answers))

    decided_by = deciding(State(tree, answers), forced)

    assert set(decided_by) <= set(forced)
    assert bool(decided_by) == bool(where.decided and forced)
    for question in decided_by:
        chosen = tree.questions[question].answer(answers[question])
        assert chosen is not None
        assert {end for _, end in reference.ways_from(tree, chosen.go, {})} == {where.decided}


@given(answered_trees())
def test_the_most_questions_left_shrink_with_every_answer(answered: Answered) -> None:
    tree, answers = answered
    where = position(tree, answers)
    before = left(State(tree, answers))

    for question in where.open:
        for answer in tree.questions[question].answers:
            after = left(State(tree, {**answers, question: answer.id}))
            # An answer to a question further on, given before, can count from now on: then it shrinks more.
            assert after.most < before.most or before.most == 0


@given(answered_trees())
def test_the_forcing_set_is_the_only_smallest_one(answered: Answered) -> None:
    tree, answers = answered

    assert [set(forcing(State(tree, answers)))] == reference.smallest_forcing_sets(tree, answers)


@given(answered_trees())
def test_an_outcome_is_ruled_out_by_the_first_answer_that_closes_it(answered: Answered) -> None:
    tree, answers = answered
    where = position(tree, answers)

    for outcome, question in ruled_out(State(tree, answers)).items():
        order = [name for name in where.counted if answers[name] != UNSURE]
        before = {name: answers[name] for name in order[: order.index(question)]}
        assert outcome in reference.outcomes_under(tree, before)
        assert outcome not in reference.outcomes_under(tree, {**before, question: answers[question]})
    assert set(ruled_out(State(tree, answers))) == set(tree.outcomes) - set(where.possible)


@given(answered_trees())
def test_a_change_leads_to_its_outcome_at_the_least_cost(answered: Answered) -> None:
    tree, answers = answered
    where = position(tree, answers)
    found = alternatives(State(tree, answers))

    assert set(found) == set(tree.outcomes) - {where.decided}
    for outcome, change in found.items():
        assert change.applied_to(State(tree, answers)).position.decided == outcome
        assert (len(change.changed), len(change.added)) == reference.cheapest_change(tree, answers, outcome)
        assert all(answers.get(question, UNSURE) != UNSURE for question in change.changed)
        assert all(answers.get(question, UNSURE) == UNSURE for question in change.added)


@given(answered_trees())
@settings(max_examples=50)
def test_every_open_question_is_asked_once(answered: Answered) -> None:
    tree, answers = answered
    where = position(tree, answers)

    assert sorted(ask_first(State(tree, answers))) == sorted(where.open)
