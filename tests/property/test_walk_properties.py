"""Positions and ways of random trees with joins, against a reference that lists everything."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

import reference
from fingerpost.answers.position import position
from fingerpost.tree.cycles import find_cycles
from fingerpost.tree.model import Tree
from fingerpost.tree.ways import count_ways, ways
from made_up import tree_of
from trees import answered_trees, trees

type Answered = tuple[Tree, dict[str, str]]


@st.composite
def knotted_trees(draw: st.DrawFn) -> Tree:
    """Draw a tree whose answers lead anywhere, back as well."""
    names = [f"q{number}" for number in range(draw(st.integers(1, 6)))]
    anywhere = st.sampled_from([*names, "o"])
    return tree_of({name: {"a": draw(anywhere), "b": draw(anywhere)} for name in names}, ("o",))


@given(answered_trees())
def test_live_nodes_are_those_that_the_kept_branches_lead_to(answered: Answered) -> None:
    """A position divides the live nodes into answered and open questions, and outcomes reached."""
    tree, answers = answered

    where = position(tree, answers)

    assert {*where.counted, *where.open, *where.reached} == reference.live(tree, answers)
    assert set(where.open) == reference.open_questions(tree, answers)
    assert set(where.counted) == set(reference.counting(tree, answers))


@given(answered_trees())
def test_possible_outcomes_are_those_that_some_answers_lead_to(answered: Answered) -> None:
    """An outcome is possible as long as some answers to the open questions lead there."""
    tree, answers = answered

    assert set(position(tree, answers).possible) == reference.possible(tree, answers)


@given(answered_trees())
def test_every_answer_counts_or_is_set_aside(answered: Answered) -> None:
    """No answer gets lost, and what is set aside changes nothing."""
    tree, answers = answered

    where = position(tree, answers)
    without = {question: answer for question, answer in answers.items() if question in where.counted}

    assert sorted([*where.counted, *where.set_aside]) == sorted(answers)
    assert (where.counted, where.open, where.reached) == (
        (again := position(tree, without)).counted,
        again.open,
        again.reached,
    )


@given(answered_trees(), st.randoms())
def test_the_order_of_answers_does_not_matter(answered: Answered, chance: Random) -> None:
    """The same answers in any order give the same position."""
    tree, answers = answered
    shuffled = list(answers.items())
    chance.shuffle(shuffled)

    assert position(tree, dict(shuffled)) == position(tree, answers)


@given(trees())
def test_ways_are_those_that_the_reference_lists(tree: Tree) -> None:
    """Ways come in the same order, and each decides its outcome."""
    listed = list(ways(tree))

    assert list(reference.ways_from(tree, tree.start, {})) == [(way.answers, way.outcome) for way in listed]
    assert [way.outcome for way in listed] == [position(tree, way.answers).decided for way in listed]


@given(trees())
def test_counts_are_the_numbers_of_ways(tree: Tree) -> None:
    """Counting without listing gives the number of ways listed, for each outcome."""
    counted = Counter(way.outcome for way in ways(tree))

    assert dict(counted) == count_ways(tree)
    assert counted == Counter(way.outcome for outcome in tree.outcomes for way in ways(tree, outcome))


@given(trees())
def test_the_way_to_a_node_is_as_short_as_any(tree: Tree) -> None:
    """The first steps lead to every outcome by one of its shortest ways."""
    for outcome in tree.outcomes:
        assert min(len(way.answers) for way in ways(tree, outcome)) == len(tree.graph.way_to(outcome))


@given(trees())
def test_each_question_comes_before_its_targets(tree: Tree) -> None:
    """The order has every question once, before all that it leads to."""
    order = tree.graph.order

    assert sorted(order) == sorted(tree.questions)
    for place, question in enumerate(order):
        assert set(tree.graph.targets[question]) - set(tree.outcomes) <= set(order[place + 1 :])


@given(knotted_trees())
def test_a_cycle_is_found_in_each_knot_and_nowhere_else(tree: Tree) -> None:
    """Every cycle found leads round, and without its questions' groups no question leads back to itself."""
    reach = {question: _after(tree, question) for question in tree.questions}
    knotted = {question for question, after in reach.items() if question in after}
    cycles = find_cycles(tree)

    for cycle in cycles:
        assert all(
            following in tree.graph.targets[question]
            for question, following in zip(cycle, [*cycle[1:], cycle[0]], strict=True)
        )
    groups = [{other for other in reach[cycle[0]] if cycle[0] in reach.get(other, ())} for cycle in cycles]
    assert set().union(*groups) == knotted
    assert sum(map(len, groups)) == len(knotted)


def _after(tree: Tree, question: str) -> set[str]:
    """Return every node that some answers to a question, and to those after it, lead to."""
    found: set[str] = set()
    while True:
        more = {node for start in (question, *found) if start in tree.questions for node in tree.graph.targets[start]}
        if more <= found:
            return found
        found |= more
