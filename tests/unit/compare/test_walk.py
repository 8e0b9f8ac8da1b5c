"""The walk through two editions: its limits, and shares of ways so long that they are no longer exact."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from fingerpost.compare import compare_trees
from fingerpost.compare.matching import Matching
from fingerpost.compare.moves import Share
from fingerpost.compare.walk import EXACT_DEPTH, WORK_LIMIT, walk_together
from fingerpost.tree.model import Renames, Tree
from made_up import SUPPER, tree_of


def ladder(length: int, second: str) -> Tree:
    """Return a tree whose first answer leads on, question after question, and whose other answers end it."""
    questions = {
        f"q{number}": {"on": f"q{number + 1}" if number + 1 < length else "x", "off": "x", "out": "x"}
        for number in range(length)
    }
    return tree_of({**questions, "q0": {**questions["q0"], "off": second}}, ("x", "y"))


def test_the_limits_are_those_that_are_documented() -> None:
    assert (WORK_LIMIT, EXACT_DEPTH) == (500_000, 500)


def test_editions_that_were_not_compared_to_the_end_are_not_known_to_agree() -> None:
    whole = compare_trees(SUPPER, SUPPER)
    stopped = replace(whole, moves=walk_together(SUPPER, SUPPER, Matching.of(SUPPER, SUPPER), limit=5))

    assert whole.is_empty
    assert not stopped.is_empty


def test_shares_are_exact_as_long_as_the_longest_ways_of_both_have_no_more_than_500_answers() -> None:
    moves = compare_trees(ladder(250, "x"), ladder(250, "y")).moves

    assert moves.share == moves.changes[0].share == Share(Fraction(1, 3), Fraction(1, 3))


@pytest.mark.parametrize(("before", "now"), [(251, 250), (250, 251)])
def test_past_that_they_are_multiples_of_a_small_unit_and_say_how_much_may_be_lost(before: int, now: int) -> None:
    """Two thirds of the combinations answer "off" or "out"; each division by three may lose two units."""
    unit = Fraction(1, 2**256)

    moves = compare_trees(ladder(before, "x"), ladder(now, "y")).moves

    assert moves.share.least == moves.changes[0].share.least == 2**256 // 3 * unit
    assert Fraction(1, 3) < moves.share.most == moves.changes[0].share.most < moves.share.least + 2 * 251 * unit
    assert not moves.share.is_exact
    assert moves.is_complete


ONE_WAY = {"a": {"y": "b", "n": "x", "m": "x"}, "b": {"y": "c", "n": "x"}, "c": {"y": "y", "n": "x"}}
OTHER_WAY = {"c": {"y": "b", "n": "x"}, "b": {"y": "a", "n": "x"}, "a": {"y": "y", "n": "x"}}
"""Both lead to y if every answer is "y"; they ask in opposite orders, and the first has an answer more."""


@pytest.mark.parametrize("behind", [False, True])
def test_in_opposite_orders_each_question_has_one_answer_for_both_editions(behind: bool) -> None:
    """Whoever answers "m" meets that question in the second edition only after two answers "y".

    Behind a common question the order of the old edition is followed first, and otherwise that of the new one.
    """
    first, second = (
        tree_of({"top": {"on": start, "off": "x"}, **ways} if behind else ways, ("x", "y"))
        for start, ways in (("a", ONE_WAY), ("c", OTHER_WAY))
    )
    top, share = ({"top": "on"}, Fraction(1, 24)) if behind else ({}, Fraction(1, 12))

    (gone,), (come,) = (compare_trees(*each).moves.changes for each in ((first, second), (second, first)))

    assert (gone.before, gone.after, gone.share) == ("x", None, Share(share, share))
    assert (come.before, come.after, come.share) == (None, "x", Share(share, share))
    assert gone.old_answers == come.new_answers == {**top, "a": "m", "b": "y", "c": "y"}
    assert gone.new_answers == come.old_answers == {**top, "c": "y", "b": "y"}


def test_of_two_questions_that_editions_are_at_the_earlier_one_is_answered_first() -> None:
    """After "b", the old edition goes back to a question that the new one leaves out."""
    questions = {"first": {"a": "last", "b": "x"}, "last": {"a": "x", "b": "y"}}
    old, new = (
        replace(tree_of({**questions, "top": {"a": "first", "b": after}}, ("x", "y")), start="top")
        for after in ("first", "last")
    )

    (change,) = compare_trees(old, new).moves.changes

    assert (change.before, change.after, change.share.least) == ("x", "y", Fraction(1, 8))


def test_an_answer_that_only_the_other_edition_has_is_as_likely_as_any_also_where_that_edition_is_elsewhere() -> None:
    """The old edition is at an outcome when the new one asks the last question, which has a third answer in the old."""
    last = {"a": "x", "b": "x"}
    old = tree_of({"first": {"a": "last", "b": "x"}, "last": {**last, "c": "x"}}, ("x",))
    new = tree_of({"first": {"a": "last", "b": "last"}, "last": last}, ("x",))

    (change,) = compare_trees(old, new).moves.changes

    assert (change.before, change.after, change.share.least) == ("x", None, Fraction(1, 3))


def test_a_witness_has_the_ids_of_each_edition() -> None:
    old = tree_of({"first": {"yes": "x", "no": "y"}}, ("x", "y"))
    new = replace(
        tree_of({"start": {"sure": "x", "nope": "z"}}, ("x", "z")),
        renamed=Renames({"first": "start"}, {"start/yes": "sure", "start/no": "nope"}),
    )

    (change,) = compare_trees(old, new).moves.changes

    assert (change.before, change.after) == ("y", "z")
    assert (change.old_answers, change.new_answers) == ({"first": "no"}, {"start": "nope"})
    assert change.parting == ("start", "nope")
