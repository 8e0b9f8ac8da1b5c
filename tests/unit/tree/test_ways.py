"""Ways: counted exactly, and listed in the author's order."""

from __future__ import annotations

from itertools import islice

import pytest

from fingerpost.tree.ways import Way, count_ways, readable_count, ways
from made_up import SUPPER, tree_of

LADDER = tree_of(
    {
        **{f"q{number}": {"a": f"q{number + 1}", "b": f"q{number + 1}"} for number in range(199)},
        "q199": {"a": "o", "b": "p"},
    },
    ("o", "p"),
)
"""2^200 ways."""


def test_ways_are_counted_for_each_outcome() -> None:
    """Joins add their ways up; outcomes come in the author's order."""
    assert list(count_ways(SUPPER).items()) == [("soup", 1), ("toast", 2), ("tea", 1)]


def test_large_numbers_are_exact() -> None:
    """Each doubling question doubles the ways."""
    assert count_ways(LADDER) == {"o": 2**199, "p": 2**199}


def test_an_outcome_that_is_not_reached_has_no_ways() -> None:
    """An outcome without ways is counted as nought."""
    assert count_ways(tree_of({"q": {"a": "o", "b": "o"}}, ("o", "p"))) == {"o": 2, "p": 0}


def test_ways_come_in_the_author_order() -> None:
    """Ways are listed depth first, each with its answers in the order asked."""
    assert list(ways(SUPPER)) == [
        Way({"hungry": "yes", "cook": "yes"}, "soup"),
        Way({"hungry": "yes", "cook": "no"}, "toast"),
        Way({"hungry": "no", "thirsty": "yes"}, "tea"),
        Way({"hungry": "no", "thirsty": "no"}, "toast"),
    ]


def test_ways_to_one_outcome() -> None:
    """The ways to an outcome are the ways that end there."""
    assert [list(way.answers) for way in ways(SUPPER, "toast")] == [["hungry", "cook"], ["hungry", "thirsty"]]


def test_the_first_ways_of_very_many_come_at_once() -> None:
    """Taking a few ways takes no time, however many there are and however few of them end there."""
    assert [way.answers["q199"] for way in islice(ways(LADDER, "p"), 3)] == ["b", "b", "b"]


@pytest.mark.parametrize(
    ("count", "text"),
    [(8, "8"), (1365, "1,365"), (10**12, "about 10^12")],
)
def test_numbers_are_written_for_readers(count: int, text: str) -> None:
    """A number is exact as long as a reader can take it in."""
    assert readable_count(count) == text


def test_numbers_of_thousands_of_digits_are_written() -> None:
    """A number longer than Python turns into text is written as well."""
    assert readable_count(2**50_000) == "about 10^15051"
