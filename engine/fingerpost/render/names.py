"""What a tree calls its outcomes, in the words of its author or, without any, of the table."""

from __future__ import annotations

from fingerpost.text.wording import say
from fingerpost.tree.model import Tree


def noun(tree: Tree) -> str:
    """Return the plural of what the outcomes are, as it stands within a sentence."""
    return tree.noun or say("noun")


def capital_noun(tree: Tree) -> str:
    """Return the same for the beginning of a sentence."""
    name = noun(tree)
    return name[:1].upper() + name[1:]


def verdict(tree: Tree) -> str:
    """Return the line above a result."""
    return tree.verdict or say("verdict")
