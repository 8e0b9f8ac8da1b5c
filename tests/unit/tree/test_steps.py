"""The steps of an outcome, and the days of steps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.text.days import day_in_words
from fingerpost.text.markup import plain_text
from fingerpost.tree.purpose import Step
from fingerpost.tree.steps import is_overdue, steps_of
from made_up import SUPPER


def step(name: str, group: str, review_by: str | None = None) -> Step:
    return Step(name, group, plain_text(name.capitalize()), review_by=review_by)


STEPS = (step("slice", "kitchen"), step("buy", "shop"), step("toast", "kitchen"), step("pay", "shop"))
TREE = replace(
    SUPPER,
    groups={name: plain_text(name.capitalize()) for name in ("shop", "garden", "kitchen")},
    steps={each.id: each for each in STEPS},
    outcomes={
        **SUPPER.outcomes,
        "toast": replace(SUPPER.outcomes["toast"], steps=("toast", "pay", "nowhere", "slice", "buy")),
    },
)


def test_groups_stand_in_the_order_of_the_tree_and_steps_in_that_of_the_outcome() -> None:
    listed = [(group.plain, [each.id for each in steps]) for group, steps in steps_of(TREE, "toast")]

    assert listed == [("Shop", ["pay", "buy"]), ("Kitchen", ["toast", "slice"])]
    assert steps_of(TREE, "tea") == []


@pytest.mark.parametrize(
    ("review_by", "date", "overdue"),
    [
        ("2026-05-01", "2026-05-02", True),
        ("2026-05-01", "2026-05-01", False),
        ("2026-05-01", "2026-04-30", False),
        ("2026-05-01", "", False),
        (None, "2026-05-02", False),
    ],
)
def test_a_step_is_overdue_from_the_day_after_that_of_its_review(
    review_by: str | None, date: str, *, overdue: bool
) -> None:
    assert is_overdue(step("buy", "shop", review_by), date) is overdue


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-01-09", "9 January 2026"),
        ("2026-12-31", "31 December 2026"),
        ("2026-00-01", "2026-00-01"),
        ("2026-13-01", "2026-13-01"),
        ("2026-5-1", "2026-5-1"),
        ("in May", "in May"),
        ("2026-05-01 or so", "2026-05-01 or so"),
    ],
)
def test_a_day_is_written_in_words_and_anything_else_stays(day: str, words: str) -> None:
    assert day_in_words(day) == words
