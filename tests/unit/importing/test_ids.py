"""Names become ids, each once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fingerpost.importing.ids import Ids
from fingerpost.tree.shape import ID_PATTERN


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("care-setting", "care-setting"),
        ("guestCount", "guest-count"),
        ("Is it hot?", "is-it-hot"),
        ("Käse & Brot", "kase-brot"),
        ("q_care_setting", "q-care-setting"),
        ("日本", "answer"),
        ("", "answer"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 100 + "!", "x" * 60),
    ],
)
def test_a_name_becomes_an_id(name: str, expected: str) -> None:
    assert Ids().new(name, "answer") == expected


def test_an_id_that_is_taken_gets_a_number() -> None:
    ids = Ids(("unsure",))

    assert [ids.new(name, "answer") for name in ("Unsure", "yes", "yes-2", "Yes", "Yes")] == [
        "unsure-2",
        "yes",
        "yes-2",
        "yes-3",
        "yes-4",
    ]


@given(st.lists(st.text()))
def test_every_id_is_valid_and_given_once(names: list[str]) -> None:
    ids = Ids()
    given_ids = [ids.new(name, "other") for name in names]

    assert all(ID_PATTERN.fullmatch(each) for each in given_ids)
    assert len(set(given_ids)) == len(given_ids)
