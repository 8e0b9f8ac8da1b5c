"""The size from which on a tree is too large for one page."""

from __future__ import annotations

from typing import Final

from fingerpost.tree.model import Tree

MOST_ON_A_PAGE: Final = 100
"""The most questions of a tree that its own page lists, and the most questions and results of each page of the list."""


def fits_on_a_page(tree: Tree) -> bool:
    """Return whether the page of a tree lists all of its questions."""
    return len(tree.questions) <= MOST_ON_A_PAGE
