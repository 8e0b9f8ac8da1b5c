"""The files with compiled trees that pages fetch for the engine."""

from __future__ import annotations

import hashlib
import json

import pytest

from built_site import Element
from fingerpost.site.engine_trees import EngineTrees
from pages_with_blocks import TREE, block, converted


def named(page: Element) -> str:
    """Return the address that a page names."""
    return next(part.attributes["data-file"] for part in page.all("template") if "data-file" in part.attributes)


@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize(
    ("page", "path", "address"),
    [
        ("snacks/index.md", "snacks/engine-tree.json", ("engine-tree.json", "engine-tree.json")),
        (
            "about/food.md",
            "about/food/dragon-snack/engine-tree.json",
            ("dragon-snack/engine-tree.json", "food/dragon-snack/engine-tree.json"),
        ),
    ],
)
def test_a_page_names_the_file_beside_it(page: str, path: str, address: tuple[str, str], *, folders: bool) -> None:
    trees = EngineTrees()

    named_there = trees.add(page, "snacks/tree.yml", "dragon-snack", "{}", directory_urls=folders).partition("?")[0]

    assert list(trees.files) == [path]
    assert named_there == address[0 if folders else 1]


def test_the_address_has_the_digest_of_the_file() -> None:
    trees = EngineTrees()
    page = converted(block(f"tree: {TREE}"), engine_trees=trees)

    (content,) = trees.files.values()
    assert named(page).partition("?content=")[2] == hashlib.sha256(content.encode()).hexdigest()[:12]
    assert json.loads(content)["tree"]["format"] == 1


def test_only_the_questions_need_it_and_only_with_the_engine() -> None:
    trees = EngineTrees()

    converted(block(f"tree: {TREE}", "show: start"), "snacks/toast.md", engine_trees=trees)
    converted(block(f"tree: {TREE}"), engine_trees=trees, engine=False)

    assert trees.files == {}
