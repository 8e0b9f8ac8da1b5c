"""Writes a tree in a format by its name."""

from __future__ import annotations

from fingerpost.export.formats import FORMATS
from fingerpost.tree.model import Tree


def export_tree(tree: Tree, name: str, address: str = "") -> bytes:
    """Return a tree in a format of other programs.

    Args:
        tree: A tree without errors. Relative links in its texts stay as they are.
        name: The name of the format, for instance `dmn`: those of `fingerpost export --to`.
        address: The address of the page with the tree; empty if there is none.

    Returns:
        The content of the file.

    Raises:
        ValueError: There is no such format.
        ModuleNotFoundError: The format needs a library that is not installed; the message says how to install it.

    Examples:
        >>> tree = fingerpost.read("tree.yml")
        >>> print(fingerpost.export_tree(tree, "outline").decode().splitlines()[0])
        Choose a way to meet
    """
    if name not in FORMATS:
        raise ValueError(f"there is no format '{name}': name one of {', '.join(FORMATS)}")
    return FORMATS[name].write(tree, address)
