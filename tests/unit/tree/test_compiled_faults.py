"""A compiled tree that could not be followed is refused, with the place of the fault and what belongs there."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, cast

import pytest

from fingerpost.text.markup import Text
from fingerpost.tree.compiled import TreeFormatError, from_json
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import Source, Tree
from plans import MEALS

TREE = replace(
    MEALS,
    source=Source("Cookery", "https://example.org/"),
    forms=("nhs",),
    steps={"buy": replace(MEALS.steps["buy"], reviewed="2026-05-01")},
)
TEXT = "a text, or its words and its HTML"
GONE = object()
"""In place of a value: the field is taken out."""


def spoilt(place: str, value: object) -> dict[str, Any]:
    """Return the compiled tree with another value at a place, which is written as in messages."""
    data: dict[str, Any] = json.loads(json.dumps(to_json(TREE)))
    part, (*keys, last) = data, place.split("/")
    for key in keys:
        part = part[key]
    if value is GONE:
        del part[last]
    else:
        part[last] = value
    return data


def fault_of(data: object) -> str:
    with pytest.raises(TreeFormatError) as error:
        from_json(cast("Any", data))
    return str(error.value)


@pytest.mark.parametrize(
    ("place", "value", "needs"),
    [
        ("format", 99, "1, the format that this engine reads"),
        ("format", True, "1, the format that this engine reads"),
        ("format", "1", "1, the format that this engine reads"),
        ("id", "Supper", "an id"),
        ("edition", "1 a", "an edition"),
        ("title", GONE, TEXT),
        ("title", 7, TEXT),
        ("title", "", TEXT),
        ("title", {"plain": "x"}, TEXT),
        ("title", {"plain": "x", "html": ""}, TEXT),
        ("title", {"plain": "", "html": "x"}, TEXT),
        ("title", {"ours": ""}, TEXT),
        ("title", {"ours": {"plain": "", "html": "x"}}, TEXT),
        ("title", {"ours": {"plain": "x", "html": ""}}, TEXT),
        ("noun", " ", "text without markup"),
        ("questions", GONE, "an object"),
        ("questions", [], "an object"),
        ("questions", {}, "1 entries or more"),
        ("questions/cook", None, "an object"),
        ("questions/cook/ask", GONE, TEXT),
        ("questions/cook/reason", False, TEXT),
        ("questions/cook/informative", 1, "true or false"),
        ("questions/cook/answers", {"yes": {"label": "Yes", "go": "soup"}}, "2 entries or more"),
        ("questions/cook/answers/unsure", {"label": "Yes", "go": "soup"}, "a name that an entry can have"),
        ("questions/cook/answers/yes/go", "A b", "the id of a question or an outcome"),
        ("questions/mode", {}, "a name that an entry can have"),
        ("questions/A b", {}, "a name that an entry can have"),
        ("outcomes/soup/confirm", "clean", "a list"),
        ("outcomes/soup/confirm", ["A b"], "the id of a consideration"),
        ("outcomes/soup/combines/toast", 1, TEXT),
        ("source/url", "ftp://example.org/", "an address that begins with https:// or http://"),
        ("steps/buy/reviewed", "May", "a day, such as `2026-05-01`"),
        ("conflicts/twice/same", "yes", "true or false"),
        ("forms", ["letter"], "the name of a further form of the record"),
    ],
)
def test_a_value_of_another_kind_is_named_with_what_it_should_be(place: str, value: object, needs: str) -> None:
    assert fault_of(spoilt(place, value)) == f"not a compiled tree: {place} needs {needs}"


@pytest.mark.parametrize("data", [[], "tree", None, 1])
def test_a_tree_is_an_object(data: object) -> None:
    assert fault_of(data) == "not a compiled tree: the whole needs an object"


def test_an_id_that_names_nothing_is_told() -> None:
    assert fault_of(spoilt("start", "soup")) == "not a whole compiled tree: start names 'soup', which is not there"


def taken(place: str, value: object) -> Tree:
    return from_json(spoilt(place, value))


def test_each_form_of_a_text_is_read() -> None:
    assert taken("title", "24/7").title == Text("24/7", "24/7")
    assert taken("title", "Aa/bb").title == Text("Aa/bb", "Aa/<wbr>bb")
    assert taken("title", {"plain": "x", "html": "<b>x</b>"}).title == Text("x", "<b>x</b>")
    assert taken("title", {"ours": "Aa/bb"}).title == Text("Aa/bb", "Aa/<wbr>bb", ours=True)
    assert taken("title", {"ours": {"plain": "x", "html": "<b>x</b>"}}).title == Text("x", "<b>x</b>", ours=True)


def test_false_switches_off_what_can_be_switched_off_and_nothing_is_read_of_an_unknown_field() -> None:
    assert taken("questions/cook/unsure", False).questions["cook"].unsure_allowed is False
    assert taken("questions/cook/unsure", None) == taken("questions/cook/colour", "red") == TREE
    assert taken("questions/cook/informative", True).questions["cook"].informative is True
    assert taken("source/url", "http://example.org/").source == Source("Cookery", "http://example.org/")
