"""The steps after a result on pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from built_site import read
from fingerpost.render.steps import steps
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.days import day_in_words
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Step
from made_up import SUPPER

TREE = replace(
    SUPPER,
    outcomes={**SUPPER.outcomes, "soup": replace(SUPPER.outcomes["soup"], steps=("buy",))},
    groups={"shop": plain_text("At the shop"), "stove": plain_text("At the stove")},
    steps={
        "buy": Step(
            "buy", "shop", plain_text("Buy <leeks>"), None, "https://shop.example/", "2026-05-01", "2026-06-01"
        ),
    },
)


def test_each_has_its_source_and_the_day_of_the_last_comparison() -> None:
    html = steps(TREE, "soup", Surroundings(), 4, with_boxes=True)

    assert "<h4>At the shop</h4>" in html
    assert "At the stove" not in html
    assert "Buy &lt;leeks&gt;" in html
    assert 'href="https://shop.example/"' in html
    assert "compared on 1 May 2026" in html


@pytest.mark.parametrize(("date", "marked"), [("", False), ("2026-06-01", False), ("2026-06-02", True)])
def test_one_past_its_review_is_marked_if_the_day_is_known(date: str, *, marked: bool) -> None:
    html = steps(TREE, "soup", Surroundings(date=date), 4, with_boxes=False)

    assert ("Check this: it was due for review by 1 June 2026." in html) == marked


def test_only_the_result_has_boxes() -> None:
    assert len(list(read(steps(TREE, "soup", Surroundings(), 4, with_boxes=True)).all("input"))) == 1
    assert list(read(steps(TREE, "soup", Surroundings(), 3, with_boxes=False)).all("input")) == []


def test_an_outcome_without_steps_shows_nothing() -> None:
    assert steps(TREE, "tea", Surroundings(), 4, with_boxes=True) == ""


@pytest.mark.parametrize(("day", "words"), [("2026-05-01", "1 May 2026"), ("2026-13-01", "2026-13-01"), ("x", "x")])
def test_days_are_read_as_words(day: str, words: str) -> None:
    assert day_in_words(day) == words
