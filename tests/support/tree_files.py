"""Every tree file of the repository that has no errors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from example_trees import STARTER, TREES
from fingerpost.source import read_tree
from fingerpost.tree.model import Tree

_DOCS = Path(__file__).parents[2] / "docs"

TREE_FILES = sorted([*_DOCS.rglob("tree.yml"), *TREES.glob("*.yml"), *STARTER.rglob("tree.yml")])


@cache
def all_trees() -> tuple[Tree, ...]:
    """Return the trees of the repository."""
    trees = [read_tree(file).tree for file in TREE_FILES]
    assert len(trees) > 5
    return tuple(tree for tree in trees if tree is not None)
