"""Reads the content of a tree file into a tree. Needs the libraries of the extra `build`."""

from __future__ import annotations

from fingerpost.findings.finding import Place
from fingerpost.source.build import build_tree
from fingerpost.source.collector import Collector
from fingerpost.source.invisible import report_invisible
from fingerpost.source.link_places import link_places
from fingerpost.source.nodes import Mapping as MappingNode
from fingerpost.source.nodes import Node, Scalar, read_nodes
from fingerpost.source.reader import NodeReader
from fingerpost.source.swallowed import report_swallowed
from fingerpost.source.yaml_1_1 import report_yaml_1_1
from fingerpost.tree.format import TREE
from fingerpost.tree.model import FORMAT, Tree


def read_content(
    data: bytes, found: Collector
) -> tuple[Tree | None, dict[tuple[str, ...], Place], frozenset[tuple[str, ...]]]:
    """Read the content of a tree file.

    Args:
        data: The content.
        found: Collects the findings.

    Returns:
        The tree, or None if too little of it could be read, the positions of its parts, and the paths of those whose
        meaning is not known.
    """
    reader = NodeReader(found)
    tree = None
    root = read_nodes(data, found)
    reader.places[()] = found.place(1, 1)
    if root is not None and _is_a_tree_of_this_format(root, found):
        tree = build_tree(reader.record(root, TREE, (), "the tree"))
        text = data.decode("utf-8-sig")
        report_invisible(text, found)
        report_swallowed(root, TREE, text.split("\n"), found)
        report_yaml_1_1(root, found)
    if tree is not None:
        reader.places.update(list(link_places(tree, reader.places, data)))
    return tree, reader.places, frozenset(reader.unknown)


def _is_a_tree_of_this_format(root: Node, found: Collector) -> bool:
    """Return whether to read on; in an empty file or one of another format, every field would be a finding."""
    if isinstance(root, Scalar) and root.other_type == "nothing":
        found.add("empty-file", root.place, "The file is empty.", "Write a tree, starting with 'format: 1'.")
        return False
    entries = root.entries if isinstance(root, MappingNode) else []
    for key, value in entries:
        if key.value != "format" or not isinstance(value, Scalar) or value.other_type != "a number":
            continue
        if value.value != str(FORMAT):
            message = f"The file has format {value.value[:20]}; this program reads format {FORMAT}."
            hint = f"Write 'format: {FORMAT}', or use the program that the file was written for."
            found.add("unsupported-format", value.place, message, hint)
            return False
    return True
