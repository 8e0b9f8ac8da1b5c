"""The walk through two editions: its limits, and shares of ways so long that they are no longer exact."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from fingerpost.compare import compare_trees
from fingerpost.compare.matching import Matching
from fingerpost.compare.moves import Share
from fingerpost.compare.walk import EXACT_DEPTH, WORK_LIMIT, walk_together
from fingerpost.tree.model import Tree
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
