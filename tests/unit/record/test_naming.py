"""The names of records: their titles, and the names of their files."""

from __future__ import annotations

import pytest

from fingerpost.record.naming import MAX_NAME, MAX_TITLE, name_of, shortened, title_of


@pytest.mark.parametrize(
    ("need", "title"),
    [
        ("", "Supper: Toast"),
        (" \n\r\n ", "Supper: Toast"),
        ("\n\nEat soon.\nOr later", "Eat soon: Toast"),
        ("Eat soon...", "Eat soon: Toast"),
        ("...", "Supper: Toast"),
        ("Eat\rlater", "Eat: Toast"),
    ],
)
def test_a_title_has_the_first_line_of_the_need_or_else_the_name_of_the_tree(need: str, title: str) -> None:
    assert title_of(need, "Supper", "Toast") == title


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("x" * MAX_TITLE, "x" * MAX_TITLE),
        ("x" * (MAX_TITLE + 1), "x" * (MAX_TITLE - 1) + "…"),
        ("x" * 40 + " " + "y" * 40, "x" * 40 + "…"),
        ("x" * 39 + " " + "y" * 41, "x" * 39 + " " + "y" * 39 + "…"),
        ("x" * 50 + " y " + "z" * 40, "x" * 50 + " y…"),
    ],
)
def test_a_long_line_is_cut_between_words_if_half_of_it_stays(text: str, short: str) -> None:
    assert shortened(text) == short
    assert len(short) <= MAX_TITLE


@pytest.mark.parametrize(
    ("need", "name"),
    [
        ("", "supper-toast"),
        ("?!_", "supper-toast"),
        ("Eat_Soon, Éva!", "eat-soon-éva-toast"),
        ("x" * MAX_NAME, "x" * MAX_NAME + "-toast"),
        ("x" * (MAX_NAME + 1), "x" * MAX_NAME + "-toast"),
        ("x" * 24 + " " + "y" * 30, "x" * 24 + "-toast"),
        ("x" * 23 + " " + "y" * 30, "x" * 23 + "-" + "y" * 24 + "-toast"),
        ("!" * 1_999 + "ab", "a-toast"),
    ],
)
def test_the_name_of_a_file_is_cut_between_words_if_half_of_it_stays(need: str, name: str) -> None:
    assert name_of(need, "supper", "toast") == name
