"""The pairs of needs that deserve a second look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.plan.conflicts import Found, conflicts_in
from fingerpost.plan.model import Need
from fingerpost.plan.together import conflict_words
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import UNSURE, Tree
from fingerpost.tree.purpose import Condition, Conflict
from plans import MEALS, OPEN, SOUP, TEA, TOAST, need, plan_of, standings_of


def tree_with(*conflicts: Conflict) -> Tree:
    return replace(MEALS, conflicts={conflict.id: conflict for conflict in conflicts})


def conflict(first: Condition, second: Condition, *, same: bool = False) -> Conflict:
    return Conflict("c", first, second, plain_text("Look."), same)


def found(*needs: Need, tree: Tree = MEALS) -> list[tuple[str, tuple[int, ...], tuple[int, ...], bool]]:
    """Return each conflict: its id, the needs on either side, and whether it is certain."""
    return [
        (each.conflict.id, each.first, each.second, each.certain)
        for each in conflicts_in(tree, standings_of(plan_of(*needs, tree=tree), tree))
    ]


def test_two_needs_about_the_same_information_conflict() -> None:
    needs = need("a", link=SOUP, information=" Peas and  Beans"), need("b", link=TOAST, information="peas AND beans ")

    assert found(*needs) == [("twice", (1,), (2,), True)]


def test_needs_about_different_information_do_not() -> None:
    assert found(need("a", link=SOUP, information="peas"), need("b", link=TOAST, information="beans")) == []


@pytest.mark.parametrize(("one", "other"), [("", ""), ("peas", ""), ("", "peas"), (" ", "peas")])
def test_needs_that_do_not_name_their_information_are_to_be_checked(one: str, other: str) -> None:
    needs = need("a", link=SOUP, information=one), need("b", link=TOAST, information=other)

    assert found(*needs) == [("twice", (1,), (2,), False)]


def test_a_rule_without_the_same_information_holds_for_all_needs() -> None:
    assert found(need("a", link=TEA, information="x"), need("b", link=SOUP, information="y")) == [
        ("late", (1,), (2,), True)
    ]


def test_an_undecided_need_has_no_outcome_but_has_answers() -> None:
    tree = tree_with(conflict(Condition(answers={"hungry": "yes"}), Condition("toast")))

    assert found(need("a", link=OPEN), need("b", link="supper?hungry=no&thirsty=no"), tree=tree) == [
        ("c", (1,), (2,), True)
    ]
    assert found(need("a", link=OPEN), need("b", link=TOAST)) == []


def test_not_sure_is_an_answer() -> None:
    tree = tree_with(conflict(Condition(answers={"hungry": UNSURE}), Condition("soup")))

    assert found(need("a", link="supper?hungry=unsure"), need("b"), tree=tree) == [("c", (1,), (2,), True)]


def test_an_answer_that_is_set_aside_does_not_count() -> None:
    tree = tree_with(conflict(Condition(answers={"thirsty": "yes"}), Condition("soup")))

    assert found(need("a", link="supper?hungry=yes&thirsty=yes"), need("b"), tree=tree) == []


def test_a_need_never_conflicts_with_itself() -> None:
    tree = tree_with(conflict(Condition("soup"), Condition(answers={"hungry": "yes"})))

    assert found(need("a"), tree=tree) == []
    assert found(need("a"), need("b"), tree=tree) == [("c", (1, 2), (1, 2), True)]
    assert found(need("a"), need("b", link=TOAST), tree=tree) == [("c", (1,), (2,), True)]


def test_a_condition_without_parts_is_met_by_every_need() -> None:
    tree = tree_with(conflict(Condition("soup"), Condition()))

    assert found(need("a"), need("b", link=OPEN), tree=tree) == [("c", (1,), (2,), True)]


def test_many_needs_are_reported_together() -> None:
    needs = [need(f"s{number}", information="peas") for number in range(3)]
    needs += [need(f"t{number}", link=TOAST, information="peas") for number in range(3)]

    assert found(*needs) == [("twice", (1, 2, 3), (4, 5, 6), True)]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (((1,), (2,), "", True), ("Need 1 with need 2:", "")),
        (((1, 4), (2, 3, 5), "", True), ("Needs 1 and 4 with needs 2, 3 and 5:", "")),
        (((1, 2), (1, 2), "peas", True), ("Needs 1 and 2:", "Both are about “peas”.")),
        (((1,), (2,), "", False), ("Need 1 with need 2:", "Check whether they are about the same information.")),
    ],
)
def test_a_report_names_the_needs(
    found: tuple[tuple[int, ...], tuple[int, ...], str, bool], words: tuple[str, str]
) -> None:
    rule = conflict(Condition(), Condition())

    assert conflict_words(Found(rule, *found)) == words


def test_needs_about_several_things_are_reported_by_thing_in_the_words_of_the_first() -> None:
    """Then those that name nothing, with all others, and last those that only the other side does not name."""
    needs = (
        *(need("a", information=" Peas "), need("b", information="beans"), need("c")),
        *(need("d", link=TOAST, information="BEANS"), need("e", link=TOAST, information="peas"), need("f", link=TOAST)),
    )

    told = conflicts_in(MEALS, standings_of(plan_of(*needs)))

    assert [(each.first, each.second, each.information, each.certain) for each in told] == [
        ((1,), (5,), "Peas", True),
        ((2,), (4,), "beans", True),
        ((3,), (4, 5, 6), "", False),
        ((1, 2), (6,), "", False),
    ]


def test_conflicts_stand_in_the_order_of_the_tree() -> None:
    needs = (need("a", link=TEA), need("b", information="x"), need("c", link=TOAST, information="x"))

    assert [name for name, *_ in found(*needs)] == ["twice", "late"]
