"""The limits of a tree: a value at the limit is taken, and one past it is not."""

from __future__ import annotations

import pytest

from fingerpost.tree import conditions, ways
from fingerpost.tree.graph import MOST_WAYS_COUNTED
from fingerpost.tree.model import EDITION_LENGTH, is_edition
from made_up import tree_of


def test_the_limits_are_those_that_are_documented() -> None:
    assert (ways.LIMIT, conditions.LIMIT, MOST_WAYS_COUNTED, EDITION_LENGTH) == (1_000, 60, 2**1000, 64)


@pytest.mark.parametrize(
    ("edition", "is_one"), [("e" * 64, True), ("e" * 65, False), ("", False), (".1", False), ("1._-Z", True)]
)
def test_an_edition_is_short_and_stands_in_a_link_as_it_is(edition: str, is_one: bool) -> None:
    assert is_edition(edition) is is_one


@pytest.mark.parametrize(("length", "ways_below"), [(999, 2**999), (1000, 2**1000), (1001, 2**1000)])
def test_more_ways_than_the_most_that_are_counted_are_as_many(length: int, ways_below: int) -> None:
    questions = {f"q{number}": {"a": f"q{number + 1}", "b": f"q{number + 1}"} for number in range(length - 1)}
    tree = tree_of({**questions, f"q{length - 1}": {"a": "x", "b": "y"}}, ("x", "y"))

    assert tree.graph.ways_below["q0"] == ways_below
