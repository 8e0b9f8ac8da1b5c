"""PyLD expands the exported JSON-LD without a network, to exactly what the tree says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from pyld import jsonld

from fingerpost.export.formats.schema_org import write
from fingerpost.export.words import line_of
from fingerpost.tree.model import Tree
from hostile_texts import HOSTILE, with_everywhere
from tree_files import all_trees
from trees import trees

SCHEMA = "https://schema.org/"
PAGE = "https://example.org/choose/"

type Json = dict[str, Any]


def expanded(tree: Tree) -> Json:
    (node,) = jsonld.expand(json.loads(write(tree, PAGE)), {"documentLoader": lambda *_: pytest.fail("it fetches")})
    return node


def value(node: Json, name: str) -> Any:  # noqa: ANN401 - a text, a number or a part
    """Return the only value of a property."""
    (found,) = node[SCHEMA + name]
    return found["@id"] if "@id" in found and len(found) == 1 else found.get("@value", found)


def parts(node: Json, kind: str) -> list[Json]:
    return [part for part in node[SCHEMA + "hasPart"] if part["@type"] == [SCHEMA + kind]]


def expect_same(tree: Tree) -> None:
    """Fail unless the expanded document says what the tree says."""
    node = expanded(tree)
    address = {part["@id"]: value(part, "identifier") for part in node[SCHEMA + "hasPart"]}
    assert node["@type"] == [SCHEMA + "CreativeWork"]
    assert [value(node, name) for name in ("identifier", "name", "version", "url")] == [
        *(tree.id, line_of(tree.title), tree.edition, PAGE)
    ]
    assert address[value(node, "mainEntity")] == tree.start
    questions = sorted(parts(node, "Question"), key=lambda part: value(part, "position"))
    assert [(value(part, "identifier"), value(part, "name")) for part in questions] == [
        (question.id, line_of(question.ask)) for question in tree.questions.values()
    ]
    assert {value(part, "identifier"): value(part, "name") for part in parts(node, "Recommendation")} == {
        outcome.id: line_of(outcome.title) for outcome in tree.outcomes.values()
    }
    for part in questions:
        answers = sorted(part[SCHEMA + "suggestedAnswer"], key=lambda answer: value(answer, "position"))
        assert [
            (value(each, "identifier"), value(each, "text"), address[value(value(each, "potentialAction"), "result")])
            for each in answers
        ] == [(each.id, line_of(each.label), each.go) for each in tree.questions[value(part, "identifier")].answers]


@pytest.mark.parametrize("tree", all_trees(), ids=lambda tree: tree.id)
def test_every_tree_of_the_repository_says_what_it_is(tree: Tree) -> None:
    expect_same(tree)


def test_the_source_and_its_licence() -> None:
    tree = next(tree for tree in all_trees() if tree.id == "dragon-snack")

    source = value(expanded(tree), "isBasedOn")

    assert [value(source, name) for name in ("name", "url", "license")] == [
        "The dragon keeper's handbook",
        "https://example.org/dragons",
        "https://spdx.org/licenses/CC0-1.0",
    ]


@settings(max_examples=20)
@given(trees())
def test_random_trees_say_what_they_are(tree: Tree) -> None:
    expect_same(tree)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_texts(text: str) -> None:
    tree = with_everywhere(text)

    expect_same(tree)
    assert b"<" not in write(tree, PAGE)
