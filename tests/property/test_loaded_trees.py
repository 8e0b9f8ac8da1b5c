"""What `load` accepts never fails later: every page, record and plan of such a tree can be made."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from message_fuzz import check
from spoilt_trees import ODD, Json, Keys, changed, places, refusal, whole


def load_and_use(tree: Json) -> str:
    """Load a tree, and call for it what a page calls if it is taken; return the code of the refusal otherwise."""
    return check("load", json.dumps({"tree": tree}))


def with_everywhere(odd: object) -> tuple[Json, int]:
    """Return the whole tree with a value in each place where the reader takes it, and the number of places."""
    tree, taken = whole(), list[Keys]()
    for keys in reversed(list(places(tree))):
        if any(inner[: len(keys)] == keys for inner in taken):
            continue
        spoilt = changed(tree, keys, lambda _: odd)
        if refusal(spoilt) == "":
            tree = spoilt
            taken.append(keys)
    return tree, len(taken)


def test_the_whole_tree_is_used() -> None:
    assert load_and_use(whole()) == ""


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_an_odd_value_that_is_taken_is_used_wherever_it_stands(odd: object) -> None:
    tree, _ = with_everywhere(odd)

    assert load_and_use(tree) == ""


def test_the_odd_values_are_taken_in_many_places() -> None:
    assert sum(with_everywhere(odd)[1] for odd in ("a", " ", {"plain": "a"}, None)) > 50


SPOILT = st.lists(st.tuples(st.sampled_from(list(places(whole()))), st.sampled_from(ODD)), min_size=1, max_size=4)


@pytest.mark.long
@settings(max_examples=2_000, deadline=None)
@given(SPOILT)
def test_a_tree_with_some_odd_values_is_refused_or_used(spoilt: list[tuple[Keys, object]]) -> None:
    tree = whole()
    for keys, odd in spoilt:
        if keys in places(tree):
            tree = changed(tree, keys, lambda _, odd=odd: odd)

    assert load_and_use(tree) in ("", "bad-tree", "bad-parameters", "bad-json")
