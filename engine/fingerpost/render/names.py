"""The words for a whole tree: the author's, or those in the wording."""

from __future__ import annotations

from fingerpost.text.wording import say
from fingerpost.tree.model import Tree


def noun(tree: Tree) -> str:
    """Return the plural noun for the outcomes, as within a sentence."""
    return tree.noun or say("noun")


def capital_noun(tree: Tree) -> str:
    """Return the noun for the beginning of a sentence."""
    name = noun(tree)
    return name[:1].upper() + name[1:]


def verdict(tree: Tree) -> str:
    """Return the line above a result."""
    return tree.verdict or say("verdict")


def caution(tree: Tree) -> str:
    """Return the sentence about what readers must not write into a record."""
    return tree.caution or say("caution")
