"""The numbers of two editions' parts, and the order in which a walk through both asks the questions of either."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.compare.matching import Matching
from fingerpost.compare.numbered import NumberedEditions, Positions
from fingerpost.tree.model import Renames, Tree
from made_up import SUPPER, tree_of


def numbered(old: Tree, new: Tree) -> NumberedEditions:
    return NumberedEditions.of(old, new, Matching.of(old, new))


def test_parts_are_numbered_by_their_present_ids_those_of_the_new_edition_first() -> None:
    new = replace(
        tree_of({"dry": {"yes": "brew", "nope": "eat"}, "eat": {"yes": "soup", "no": "brew"}}, ("brew", "soup")),
        renamed=Renames({"thirsty": "dry"}, {"dry/no": "nope"}, {"tea": "brew"}),
    )

    editions = numbered(SUPPER, new)

    assert editions.names == ["dry", "eat", "hungry", "cook"]
    assert editions.outcomes == ["soup", "toast", "brew"]
    assert editions.starts == (2, 0)
    soup, toast, brew = -2, -3, -4
    assert editions.routes == (
        [{"yes": brew, "nope": toast}, {}, {"yes": 3, "no": 0}, {"yes": soup, "no": toast}],
        [{"yes": brew, "nope": 1}, {"yes": soup, "no": brew}, {}, {}],
    )
    assert editions.rank == [2, 3, 0, 1]
    assert editions.agree


def test_the_order_is_that_of_both_editions_wherever_a_question_stands() -> None:
    """Their starts are not the first in the author's order, and some steps are those of one edition only."""
    new = replace(
        tree_of(
            {
                "middle": {"a": "x", "b": "y"},
                "top": {"a": "middle", "b": "side"},
                "side": {"a": "x", "b": "y"},
                "low": {"a": "x", "b": "y"},
            },
            ("x", "y"),
        ),
        start="top",
    )
    old = tree_of(
        {
            "first": {"a": "top", "b": "x"},
            "top": {"a": "middle", "b": "side"},
            "middle": {"a": "low", "b": "x"},
            "side": {"a": "low", "b": "x"},
            "low": {"a": "x", "b": "y"},
        },
        ("x", "y"),
    )

    editions = numbered(old, new)

    assert editions.names == ["middle", "top", "side", "low", "first"]
    assert editions.rank == [3, 1, 2, 4, 0]
    assert editions.agree
    assert numbered(new, old).agree


def test_a_step_of_the_old_edition_alone_leads_forward_in_the_order_too() -> None:
    old = tree_of({"a": {"y": "b", "n": "x"}, "b": {"y": "c", "n": "x"}, "c": {"y": "x", "n": "y"}}, ("x", "y"))
    new = tree_of({"a": {"y": "b", "n": "x"}, "b": {"y": "x", "n": "y"}}, ("x", "y"))

    editions = numbered(old, new)

    assert editions.names == ["a", "b", "c"]
    assert editions.rank == [0, 1, 2]
    assert editions.agree


def test_editions_that_ask_in_opposite_orders_do_not_agree() -> None:
    one = tree_of({"a": {"y": "b", "n": "x"}, "b": {"y": "x", "n": "y"}}, ("x", "y"))
    other = tree_of({"b": {"y": "a", "n": "x"}, "a": {"y": "x", "n": "y"}}, ("x", "y"))

    editions = numbered(one, other)

    assert editions.agree is False
    assert sorted(editions.rank) == [0, 1]


def test_a_question_can_be_asked_where_answers_of_that_edition_still_lead_to_it() -> None:
    editions = numbered(
        SUPPER, tree_of({"hungry": {"yes": "cook", "no": "x"}, "cook": {"yes": "x", "no": "y"}}, ("x", "y"))
    )
    hungry, cook, thirsty = (editions.names.index(name) for name in ("hungry", "cook", "thirsty"))

    def can_ask(side: int, question: int) -> list[bool]:
        return [editions.can_ask(side, node, question) for node in (hungry, cook, thirsty, -1, -2)]

    assert can_ask(0, cook) == [True, True, False, False, False]
    assert can_ask(0, thirsty) == [True, False, True, False, False]
    assert can_ask(1, cook)[:2] == [True, True]
    assert can_ask(1, thirsty) == [False] * 5


@pytest.mark.parametrize(
    ("routes", "order", "longest"),
    [
        ([], [], 0),
        ([{"a": -1}], [0], 1),
        ([{"a": 2, "b": 1}, {"a": 2, "b": -1}, {"a": -1, "b": -2}], [0, 1, 2], 3),
        ([{"a": -1}, {"a": 0, "b": 2}, {"a": 0, "b": -1}], [2, 0, 1], 3),
        ([{"a": -1}, {}, {"a": -1, "b": 0}], [2, 0, 1], 2),
    ],
)
def test_every_answer_leads_forward_in_the_positions_of_an_edition(
    routes: list[dict[str, int]], order: list[int], longest: int
) -> None:
    positions = Positions(routes)

    assert positions.of == order
    assert positions.longest == longest
