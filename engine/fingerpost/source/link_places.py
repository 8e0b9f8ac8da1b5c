"""Finds the lines of a file on which the links of a tree's texts stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fingerpost.findings.finding import Place
from fingerpost.text.addresses import addresses_in
from fingerpost.tree.model import Tree
from fingerpost.tree.texts import texts_in

type Path = tuple[str, ...]


def link_places(tree: Tree, places: Mapping[Path, Place], data: bytes) -> Iterator[tuple[Path, Place]]:
    """Yield the place of each link, by the keys that lead to its text and then its address.

    Args:
        tree: The tree.
        places: The positions of its parts.
        data: The content of the file.
    """
    lines: list[str] | None = None
    for path, _, text in texts_in(tree):
        begin = places.get(path)
        for address in addresses_in(text.html):
            if begin is None:
                continue
            lines = lines or data.decode("utf-8", "replace").splitlines()
            place = _found(address, lines, begin)
            if place is not None:
                yield (*path, address), place


def _found(address: str, lines: list[str], begin: Place) -> Place | None:
    """Return the first place of an address from the beginning of its text on; None if it is written in another way."""
    column = begin.column - 1
    for number in range(begin.line - 1, len(lines)):
        at = lines[number].find(address, column)
        if at >= 0:
            return Place(begin.file, number + 1, at + 1)
        column = 0
    return None
