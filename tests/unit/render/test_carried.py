"""What a page carries of its tree for its script."""

from __future__ import annotations

import json
from dataclasses import replace

from built_site import Element, read
from fingerpost.render.carried import carried
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Renames, Revision
from made_up import SUPPER as TREE


def template(html: str, name: str) -> Element | None:
    """Return a template by its class."""
    return next((part for part in read(html).all("template") if part.attributes.get("class") == name), None)


def test_the_page_has_the_tree_itself_unless_there_is_a_file() -> None:
    alone = template(carried(TREE, Surroundings()), "fp-data")
    beside = template(carried(TREE, Surroundings(engine_file="a/engine-tree.json?0123456789ab")), "fp-data")

    assert alone is not None
    assert json.loads(alone.raw_text)["tree"]["id"] == TREE.id
    assert beside is not None
    assert beside.raw_text == ""
    assert beside.attributes["data-file"] == "a/engine-tree.json?0123456789ab"


def test_a_page_without_the_engine_has_no_tree() -> None:
    assert template(carried(TREE, Surroundings(links_only=True)), "fp-data") is None


def test_earlier_editions_stay_in_the_page() -> None:
    older = replace(
        TREE,
        renamed=Renames(questions={"peckish": "hungry"}, answers={"hungry/y": "yes"}),
        revised={"soup": Revision("soup", "0.9", {"hungry": "yes"}, plain_text("Soup"), plain_text("It was cold."))},
        editions=("0.8", "0.9"),
    )

    found = template(carried(older, Surroundings(engine_file="x.json")), "fp-editions")

    assert found is not None
    assert json.loads(found.raw_text) == {
        "editions": ["0.8", "0.9"],
        "renamed": {"peckish": "hungry", "hungry/y": "yes"},
    }


def test_a_tree_of_one_edition_has_nothing_to_say_about_others() -> None:
    assert (
        template(carried(replace(TREE, revised={}, editions=(), renamed=Renames()), Surroundings()), "fp-editions")
        is None
    )
