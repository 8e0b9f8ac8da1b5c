"""The facts about a tree that each format states: its edition, where it comes from, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.export.words import line_of, one_line
from fingerpost.text.visible import visible_line
from fingerpost.tree.model import Source, Tree


def about(tree: Tree, address: str, leaves_out: str) -> Iterator[tuple[str, str]]:
    """Yield facts about a tree, each as a name and a line of text.

    Args:
        tree: The tree.
        address: The address of its page; empty if there is none.
        leaves_out: The parts of the tree that the format does not hold; empty if it holds all.
    """
    yield "Tree", tree.id
    yield "Title", visible_line(line_of(tree.title))
    yield "Edition", tree.edition
    if address:
        yield "Page", _fact(address)
    yield from _of_source(tree.source)
    if leaves_out:
        yield "Left out", leaves_out


def _fact(text: str) -> str:
    """Return a fact on one line: formats write it as a comment, which hidden characters could make look like none."""
    return visible_line(one_line(text))


def _of_source(source: Source | None) -> Iterator[tuple[str, str]]:
    if source is None:
        return
    yield "Source", _fact(source.title)
    if source.url:
        yield "Address of the source", _fact(source.url)
    if source.licence:
        yield "Licence of the source", _fact(source.licence)
