"""Every tree file of the repository that has no errors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from example_trees import STARTER, TREES
from fingerpost.source import read_tree
from fingerpost.tree.model import Tree

_DOCS = Path(__file__).parents[2] / "docs"

TREE_FILES = sorted([*_DOCS.rglob("tree.yml"), *TREES.glob("*.yml"), *STARTER.rglob("tree.yml")])


def tree_in(file: Path) -> Tree:
    """Return the tree in a file, which has no errors."""
    tree = read_tree(file).tree
    assert tree is not None, file
    return tree


@cache
def all_trees() -> tuple[Tree, ...]:
    """Return the trees of the repository."""
    assert len(TREE_FILES) > 5
    return tuple(map(tree_in, TREE_FILES))
