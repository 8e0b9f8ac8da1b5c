"""The fields of a part that are compared, each for itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.compare import compare_trees
from fingerpost.compare.parts import Part, Rewording
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Outcome, Renames, Tree
from made_up import SUPPER, tree_of

WITH_TEA = {"tea": plain_text("Dunk it.")}


def with_toast(tree: Tree, **fields: object) -> Tree:
    """Return a tree with another toast."""
    toast: Outcome = replace(tree.outcomes["toast"], **fields)  # pyright: ignore[reportArgumentType] # any field
    return replace(tree, outcomes={**tree.outcomes, "toast": toast})


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("page", "food/toast.md", "food/toast.md"),
        ("summary", plain_text("Bread, again."), "Bread, again."),
        ("combines", WITH_TEA, "tea: Dunk it."),
        ("confirm", ("bread",), "bread"),
        ("otherwise", {"bread": plain_text("Buy some.")}, "bread: Buy some."),
        ("steps", ("slice", "toast"), "slice, toast"),
        ("sequence", "A->>B: Bread", "A->>B: Bread"),
    ],
)
def test_a_field_of_an_outcome_that_only_one_edition_has_is_told(field: str, value: object, shown: str) -> None:
    with_it = with_toast(SUPPER, **{field: value})

    assert compare_trees(SUPPER, with_it).parts.reworded == [Rewording("outcome", "toast", field, None, shown)]
    assert compare_trees(with_it, SUPPER).parts.reworded == [Rewording("outcome", "toast", field, shown, None)]


def test_another_page_is_told_with_both() -> None:
    old, new = (with_toast(SUPPER, page=page) for page in ("toast.md", "bread.md"))

    assert compare_trees(old, new).parts.reworded == [Rewording("outcome", "toast", "page", "toast.md", "bread.md")]


@pytest.mark.parametrize("ours", [False, True])
def test_an_outcome_that_only_has_another_id_combines_as_before(ours: bool) -> None:
    why = replace(WITH_TEA["tea"], ours=ours)
    renamed = replace(
        tree_of(
            {
                "hungry": {"yes": "cook", "no": "thirsty"},
                "cook": {"yes": "soup", "no": "toast"},
                "thirsty": {"yes": "brew", "no": "toast"},
            },
            ("soup", "toast", "brew"),
            tree_id="supper",
        ),
        renamed=Renames(outcomes={"tea": "brew"}),
    )
    brew = replace(renamed.outcomes["brew"], title=SUPPER.outcomes["tea"].title)
    renamed = replace(renamed, outcomes={**renamed.outcomes, "brew": brew})

    comparison = compare_trees(with_toast(SUPPER, combines={"tea": why}), with_toast(renamed, combines={"brew": why}))

    assert comparison.parts.reworded == []
    assert [(rename.before, rename.after) for rename in comparison.parts.renamed] == [("tea", "brew")]


def test_a_part_that_only_one_edition_has_is_told_with_the_words_that_readers_see() -> None:
    shorter = tree_of({"hungry": {"yes": "soup", "no": "tea"}}, ("soup", "tea"), tree_id="supper")
    theirs = [
        Part("question", "cook", "Cook?"),
        Part("question", "thirsty", "Thirsty?"),
        Part("outcome", "toast", "Toast"),
    ]

    assert compare_trees(SUPPER, shorter).parts.removed == compare_trees(shorter, SUPPER).parts.added == theirs
    assert compare_trees(SUPPER, shorter).parts.added == compare_trees(shorter, SUPPER).parts.removed == []
