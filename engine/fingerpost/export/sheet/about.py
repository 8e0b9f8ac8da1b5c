"""What a sheet says about the whole tree."""

from __future__ import annotations

from fingerpost.sheets.cells import with_id
from fingerpost.sheets.headings import EDITION, LICENCE, NOTE, NOUN, PAGE, SOURCE, SOURCE_URL, TREE, VERDICT
from fingerpost.tree.model import Tree


def about(tree: Tree, address: str, note: str) -> dict[str, str]:
    """Return what is known about a tree, by its headings.

    Args:
        tree: The tree.
        address: The address of its page; empty if there is none.
        note: How to read the sheet, and what it leaves out.
    """
    source = tree.source
    known = {
        TREE: with_id(tree.title.plain, tree.id),
        EDITION: tree.edition,
        VERDICT: tree.verdict,
        NOUN: tree.noun,
        SOURCE: source and source.title,
        SOURCE_URL: source and source.url,
        LICENCE: source and source.licence,
        PAGE: address,
        NOTE: note,
    }
    return {heading: text for heading, text in known.items() if text}
