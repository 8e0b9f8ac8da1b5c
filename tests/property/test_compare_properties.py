"""The comparison of two editions, against one that goes through every combination of answers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from fingerpost.answers.position import position
from fingerpost.answers.reading import read_link
from fingerpost.compare import compare_trees
from fingerpost.compare.matching import Matching
from fingerpost.compare.walk import walk_together
from fingerpost.tree.model import Renames, Tree
from made_up import tree_of
from states import link_of
from trees import trees

type Ends = tuple[str | None, str | None]


@st.composite
def editions(draw: st.DrawFn) -> tuple[Tree, Tree]:
    """Draw two editions that share most ids; questions may come in another order, and answers differ."""
    old = draw(trees(most_questions=5, most_outcomes=3))
    new = draw(trees(most_questions=5, most_outcomes=3))
    names = [f"q{number}" for number in range(5)]
    return old, renamed(new, dict(zip(names, draw(st.permutations(names)), strict=True)))


def renamed(tree: Tree, names: dict[str, str]) -> Tree:
    """Return the tree with other ids for its questions."""
    named = {
        names.get(question.id, question.id): {answer.id: names.get(answer.go, answer.go) for answer in question.answers}
        for question in tree.questions.values()
    }
    return tree_of(named, tuple(tree.outcomes))


def end(tree: Tree, combination: dict[str, str]) -> str | None:
    """Return the outcome that a combination leads to, or None where the tree lacks an answer."""
    node = tree.start
    while node in tree.questions:
        answer = tree.questions[node].answer(combination[node])
        if answer is None:
            return None
        node = answer.go
    return node


def by_every_combination(old: Tree, new: Tree) -> dict[Ends, Fraction]:
    """Return the share of each change, from every combination of answers."""
    answers: dict[str, dict[str, None]] = {}
    for tree in (old, new):
        for question in tree.questions.values():
            answers.setdefault(question.id, {}).update(dict.fromkeys(answer.id for answer in question.answers))
    combinations = [dict(zip(answers, chosen, strict=True)) for chosen in product(*answers.values())]
    shares: dict[Ends, Fraction] = {}
    for combination in combinations:
        ends = (end(old, combination), end(new, combination))
        if ends[0] != ends[1]:
            shares[ends] = shares.get(ends, Fraction()) + Fraction(1, len(combinations))
    return shares


@given(editions())
def test_the_changes_and_their_shares_are_those_of_every_combination(pair: tuple[Tree, Tree]) -> None:
    """Exactly the changes that there are, each with its exact share."""
    moves = compare_trees(*pair).moves
    expected = by_every_combination(*pair)

    assert moves.is_complete
    assert {(change.before, change.after): change.share.least for change in moves.changes} == expected
    assert moves.share.least == moves.share.most == sum(expected.values(), start=Fraction())
    assert all(change.share.is_exact for change in moves.changes)


@given(editions())
def test_a_witness_shows_its_change(pair: tuple[Tree, Tree]) -> None:
    """The answers of a witness, and their links, lead where the change says in each edition."""
    for change in compare_trees(*pair).moves.changes:
        for tree, answers, outcome in (
            (pair[0], change.old_answers, change.before),
            (pair[1], change.new_answers, change.after),
        ):
            where = position(tree, answers)
            assert (outcome is None) or where.decided == outcome
            assert outcome is not None or where.open
            assert read_link(tree, link_of(tree, answers)).state.answers == dict(answers)


@given(trees())
def test_an_edition_does_not_differ_from_itself(tree: Tree) -> None:
    """The same tree twice gives an empty comparison."""
    assert compare_trees(tree, tree).is_empty


@given(trees())
def test_renames_are_not_changes(tree: Tree) -> None:
    """Where every question has another id and the renames say so, no outcome changes and nothing is reworded."""
    names = {question: f"{question}-now" for question in tree.questions}
    new = replace(renamed(tree, names), renamed=Renames(questions=names))
    same_words = {
        name: replace(question, ask=tree.questions[old].ask)
        for (old, name), question in zip(names.items(), new.questions.values(), strict=True)
    }

    comparison = compare_trees(tree, replace(new, questions=same_words))

    assert not comparison.moves.changes
    parts = comparison.parts
    assert [parts.rerouted, parts.added, parts.removed, parts.reworded] == [[], [], [], []]
    assert [(rename.before, rename.after) for rename in parts.renamed] == list(names.items())


@given(editions(), st.integers(1, 20))
def test_a_walk_that_stops_tells_only_what_is_true(pair: tuple[Tree, Tree], limit: int) -> None:
    """Past the limit, what is listed is true, and the true shares are within the bounds."""
    old, new = pair
    moves = walk_together(old, new, Matching.of(old, new), limit=limit)
    expected = by_every_combination(old, new)
    total = sum(expected.values(), start=Fraction())

    assert moves.share.least <= total <= moves.share.most
    for change in moves.changes:
        assert change.share.least <= expected[change.before, change.after] <= change.share.most
    assert not moves.is_complete or len(moves.changes) == len(expected)
