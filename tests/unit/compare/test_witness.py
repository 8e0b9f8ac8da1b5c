"""The example that stands for a change: the shortest, and of several the first in the author's order."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fingerpost.compare import compare_trees
from fingerpost.compare.matching import Matching
from fingerpost.compare.moves import OutcomeChange
from fingerpost.compare.walk import walk_together
from fingerpost.tree.model import Tree
from made_up import SUPPER, tree_of


def two_sides(last: str) -> Tree:
    """Return a tree in which both sides, and each answer but the last on them, lead to one outcome."""
    return tree_of(
        {
            "first": {"a": "left", "b": "right"},
            "left": {"a": last, "b": last, "c": "y"},
            "right": {"a": last, "b": "y"},
        },
        ("x", "y", "z"),
    )


def only_change(old: Tree, new: Tree) -> OutcomeChange:
    (change,) = compare_trees(old, new).moves.changes
    return change


def test_of_witnesses_as_long_the_first_in_the_authors_order_is_shown() -> None:
    change = only_change(two_sides("x"), two_sides("z"))

    assert dict(change.old_answers) == dict(change.new_answers) == {"first": "a", "left": "a"}
    assert change.parting == ("left", "a")


def test_a_shorter_witness_is_shown_before_an_earlier_one() -> None:
    def tree(last: str) -> Tree:
        return tree_of({"first": {"a": "second", "b": last}, "second": {"a": last, "b": "y"}}, ("x", "y", "z"))

    change = only_change(tree("x"), tree("z"))

    assert dict(change.old_answers) == {"first": "b"}
    assert change.parting == ("first", "b")


@pytest.mark.parametrize(("most", "fewer"), [("y", "z"), ("z", "y")])
def test_the_change_that_concerns_most_comes_first(most: str, fewer: str) -> None:
    old = tree_of({"first": {"a": "x", "b": "second"}, "second": {"a": "x", "b": "x"}}, ("x", "y", "z"))
    new = tree_of({"first": {"a": most, "b": "second"}, "second": {"a": fewer, "b": "x"}}, ("x", "y", "z"))

    changes = compare_trees(old, new).moves.changes

    assert [(change.after, change.share.least) for change in changes] == [
        (most, Fraction(1, 2)),
        (fewer, Fraction(1, 4)),
    ]


def test_editions_that_part_at_the_start_have_no_last_common_question() -> None:
    old, new = tree_of({"a": {"y": "o", "n": "p"}}, ("o", "p")), tree_of({"b": {"y": "p", "n": "o"}}, ("o", "p"))

    assert {change.parting for change in compare_trees(old, new).moves.changes} == {None}


def test_the_walk_ends_only_when_it_has_met_more_pairs_than_its_limit() -> None:
    """The start, two pairs of questions and three of outcomes make six."""
    matching = Matching.of(SUPPER, SUPPER)

    assert walk_together(SUPPER, SUPPER, matching, limit=6).is_complete
    assert not walk_together(SUPPER, SUPPER, matching, limit=5).is_complete
