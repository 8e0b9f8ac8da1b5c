"""Cells: no text becomes a formula, and each comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fingerpost.sheets.cells import harmless, has_id, meant, named, with_id, with_needed_id


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 20 7946 0000",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "=cmd|'/c calc'!A0",
        "\N{FULLWIDTH EQUALS SIGN}1",
        "'=1",
        "''=1",
    ],
)
def test_a_text_that_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Yes", "1 = 1", "'quoted'", "a-b", "don't"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text == meant(text)


@given(st.text(st.sampled_from("'=+-@\t\r\na ")) | st.text())
def test_every_text_comes_back(text: str) -> None:
    assert meant(harmless(text)) == text
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_words_have_their_id_behind_them() -> None:
    assert with_id("Is it shy?", "shy") == "Is it shy? [shy]"
    assert named("Is it shy? [shy]") == ("Is it shy?", "shy")
    assert named("Weight [kg] [weight]") == ("Weight [kg]", "weight")


def test_an_id_that_follows_from_the_words_is_left_out() -> None:
    assert with_needed_id("Not yet", "not-yet") == "Not yet"
    assert with_needed_id("Not yet", "later") == "Not yet [later]"
    assert with_needed_id("Not [yet]", "not-yet") == "Not [yet] [not-yet]"
    assert with_needed_id("-", "none") == "- [none]"
    assert has_id("Not yet [later]")
    assert not has_id("Not yet")


@given(
    st.text(st.sampled_from("aA [b]-?"), min_size=1).map(str.strip),
    st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
)
def test_words_and_id_come_back(words: str, part_id: str) -> None:
    assert named(with_id(words, part_id)) == (words, part_id)
    assert named(with_needed_id(words, part_id)) == (words, part_id)
