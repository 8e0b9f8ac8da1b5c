"""The compiled tree is read back as it was written."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.compiled import TreeFormatError, from_json
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import Answer, Consideration, Question, Renames, Scenario, Source, Tree
from made_up import SUPPER

RICH = Text("see the menu (m.html)", 'see the <a href="m.html">menu</a>')
OURS = Text("see the menu (m.html)", 'see the <a href="m.html">menu</a>', ours=True)

FULL = replace(
    SUPPER,
    source=Source("A cookery book", "https://example.org/", "CC0-1.0"),
    questions={
        **SUPPER.questions,
        "cook": Question(
            "cook",
            RICH,
            (
                Answer("yes", plain_text("Yes"), "soup", RICH, plain_text("A & B < C")),
                Answer("no", plain_text("No"), "toast", because=Text("Bread keeps.", "Bread keeps.", ours=True)),
            ),
            RICH,
            RICH,
            OURS,
            more=OURS,
        ),
        "thirsty": replace(SUPPER.questions["thirsty"], unsure_allowed=False),
    },
    outcomes={
        **SUPPER.outcomes,
        "soup": replace(
            SUPPER.outcomes["soup"], summary=RICH, page="soup.md", confirm=("pan",), combines={"toast": RICH}
        ),
    },
    considerations={"pan": Consideration("pan", plain_text("Is there a pan?"), RICH)},
    scenarios={"late": Scenario("late", RICH, {"hungry": "yes", "cook": "no"}, "toast", title=RICH)},
    renamed=Renames({"peckish": "hungry"}, {"hungry/yep": "yes"}, {"broth": "soup"}),
)


@pytest.mark.parametrize("tree", [SUPPER, FULL], ids=["plain", "full"])
def test_what_is_written_is_read_back(tree: Tree) -> None:
    assert from_json(json.loads(json.dumps(to_json(tree)))) == tree


def test_a_text_that_is_not_the_sources_is_written_as_such() -> None:
    cook = to_json(FULL)["questions"]["cook"]

    assert cook["answers"]["no"]["because"] == {"ours": "Bread keeps."}
    assert cook["more"] == {"ours": {"plain": OURS.plain, "html": OURS.html}}


def test_a_title_with_a_slash_is_written_as_short_as_any() -> None:
    soup = replace(SUPPER.outcomes["soup"], title=plain_text("Soup/Stew"))

    data = to_json(replace(SUPPER, outcomes={**SUPPER.outcomes, "soup": soup}))

    assert data["outcomes"]["soup"] == {"title": "Soup/Stew"}
    assert from_json(data).outcomes["soup"].title == Text("Soup/Stew", "Soup/<wbr>Stew")


def test_defaults_are_left_out() -> None:
    assert "considerations" not in to_json(SUPPER)
    assert to_json(SUPPER)["outcomes"]["soup"] == {"title": "Soup"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data | {"format": 99},
        lambda data: {key: value for key, value in data.items() if key != "questions"},
        lambda data: data | {"questions": []},
        lambda data: data | {"title": 7},
    ],
    ids=["format", "missing", "wrong-kind", "text"],
)
def test_anything_else_is_refused(spoil: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    with pytest.raises(TreeFormatError):
        from_json(spoil(to_json(SUPPER)))
