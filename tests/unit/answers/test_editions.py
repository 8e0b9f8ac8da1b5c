"""The edition in a link: how it relates to the tree's own, and the notice that its reader gets."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from fingerpost.answers.changes_since import comes_after, standing_of
from fingerpost.answers.reading import read_link
from fingerpost.door import call
from fingerpost.text.json_text import loads
from fingerpost.text.markup import plain_text
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import Revision
from made_up import SUPPER
from states import shown

DATED = replace(
    SUPPER,
    edition="2022-11-24",
    editions=("2020-01-31",),
    revised={"tea": Revision("tea", "2021-05-01", {"hungry": "no"}, plain_text("Tea"), plain_text("It was late."))},
)
LONG = "9" * 50_000
"""More digits than Python reads as a number."""


@pytest.mark.parametrize(
    ("edition", "standing"),
    [
        ("2022-11-24", "present"),
        ("2020-01-31", "earlier"),
        ("2021-05-01", "earlier"),
        ("2020-02-01", "unknown"),
        ("2022-11-25", "later"),
        ("10000-01-01", "later"),
        ("zebra", "unknown"),
        ("3000", "unknown"),
        ("<b>", "unreadable"),
        ("", "unreadable"),
        (LONG, "unreadable"),
        ("\u0662\u0660\u0662\u0663", "unreadable"),
    ],
)
def test_only_what_is_known_is_said_of_an_edition(edition: str, standing: str) -> None:
    assert standing_of(DATED, edition) == standing


def test_of_two_editions_the_first_is_used_even_if_it_is_empty() -> None:
    assert read_link(DATED, "supper?hungry=yes&edition=&edition=2020-01-31").edition == ""


@pytest.mark.parametrize(
    ("edition", "told", "unchanged"),
    [
        ("2020-01-31", "was made with edition 2020-01-31 of the guidance. This is edition 2022-11-24.", True),
        ("2020-02-01", "edition 2020-02-01 of the guidance, which this page does not know", False),
        ("2023-01-01", "edition 2023-01-01 of the guidance, which is later than this one (2022-11-24)", False),
        ("x%3Cy", "The edition in the link could not be read: “x&lt;y”.", False),
        (LONG, "The edition in the link could not be read: “9999", False),
    ],
)
def test_nothing_has_changed_is_said_of_known_editions_alone(edition: str, told: str, unchanged: bool) -> None:
    html = shown(DATED, f"supper?hungry=yes&cook=no&edition={edition}").html

    assert told in html
    assert ("nothing has changed" in html) is unchanged


def test_a_change_that_an_unknown_edition_may_not_have_is_told() -> None:
    html = shown(DATED, "supper?hungry=no&edition=2019-01-01").html

    assert "Changed in edition 2021-05-01: these answers led to Tea before. It was late." in html


def test_an_edition_of_thousands_of_digits_is_no_fault_of_the_engine() -> None:
    call("load", json.dumps({"tree": to_json(DATED)}))

    answer = json.loads(call("view", json.dumps({"tree": "supper", "link": f"supper?hungry=no&edition={LONG}"})))

    assert "error" not in answer
    assert 'data-question="thirsty"' in answer["html"]


@pytest.mark.parametrize("text", [LONG, f"[{LONG}]", f'{{"version": -{LONG}}}'])
def test_nor_is_a_number_of_thousands_of_digits_in_json(text: str) -> None:
    with pytest.raises(json.JSONDecodeError, match="Number too long"):
        loads(text)
    answer = json.loads(call("view", text))
    assert answer["error"]["code"] == "bad-json"


def test_a_record_with_such_a_number_is_refused_in_words() -> None:
    call("load", json.dumps({"tree": to_json(DATED)}))

    answer = json.loads(call("reopen", json.dumps({"tree": "supper", "text": f'{{"version": {LONG}}}'})))

    assert answer == {"refused": "This file is not a saved record."}


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("10", "9"),
        ("2022-11-24", "2022-2-24"),
        ("1.10", "1.9"),
        ("2", "01"),
        ("1.1", "1"),
        ("b", "a"),
        ("1b", "1a"),
        ("1", "a"),
        ("0", "a"),
    ],
)
def test_digits_are_ordered_by_value_and_all_else_as_text(later: str, earlier: str) -> None:
    assert comes_after(later, earlier)
    assert not comes_after(earlier, later)


def test_a_number_with_zeros_in_front_is_the_same_number() -> None:
    assert not comes_after("2022-02", "2022-2")
    assert not comes_after("2022-2", "2022-02")


@pytest.mark.parametrize(
    ("edition", "standing"), [("v10", "later"), ("v8", "unknown"), ("10", "unknown"), ("v10a", "unknown")]
)
def test_an_unknown_edition_is_later_only_if_it_is_written_like_the_present_one(edition: str, standing: str) -> None:
    assert standing_of(replace(SUPPER, edition="v9"), edition) == standing


def test_an_edition_that_the_tree_lists_may_be_later_all_the_same() -> None:
    assert standing_of(replace(DATED, editions=("2023-01-01",)), "2023-01-01") == "later"
