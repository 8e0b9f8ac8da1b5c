"""Reads an author's YAML file into a tree, with the position of everything in it. Needed at build time only."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fingerpost.findings.finding import Finding, Place
from fingerpost.source.build import build_tree
from fingerpost.source.collector import Collector
from fingerpost.source.invisible import report_invisible
from fingerpost.source.link_places import link_places
from fingerpost.source.nodes import Mapping as MappingNode
from fingerpost.source.nodes import Node, Scalar, read_nodes
from fingerpost.source.reader import NodeReader
from fingerpost.source.text import MAX_BYTES
from fingerpost.tree.format import TREE
from fingerpost.tree.model import FORMAT, Tree

__all__ = ["CANNOT_READ", "Reading", "read_source", "read_tree"]

CANNOT_READ = "cannot-read"
"""The code of the finding that a file does not exist or can't be opened."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a tree file.

    Attributes:
        tree: The tree, as far as it could be read; None if too little of it could be.
        places: The position of each field and entry, by its path of keys, for instance
            `("questions", "care-setting", "answers", "yes", "go")`. The position of a field with a single value is that
            of the value; that of any other field, or of an entry, is that of its key. The path of a link in a text is
            that of the text, and then the link's address.
        findings: The faults in the form of the file, in file order; `check` finds those of the tree.
        digest: The SHA-256 of the file's content; empty if the file can't be opened.
    """

    tree: Tree | None
    places: Mapping[tuple[str, ...], Place]
    findings: tuple[Finding, ...]
    digest: str = ""


def read_tree(path: Path | str) -> Reading:
    """Read a tree file.

    Args:
        path: The file. Positions name it as given here.

    Returns:
        The result; a file that can't be opened gives the finding `cannot-read`.
    """
    name = os.fspath(path)
    found = Collector(name)
    data = _bytes_of(path, found)
    if data is None:
        return Reading(None, {(): found.place(1, 1)}, found.result())
    return read_source(data, name)


def read_source(data: bytes, name: str) -> Reading:
    """Read the content of a tree file.

    Args:
        data: The content.
        name: The name of the file in positions.
    """
    found = Collector(name)
    reader = NodeReader(found)
    tree = None
    root = read_nodes(data, found)
    reader.places[()] = found.place(1, 1)
    if root is not None and _is_a_tree_of_this_format(root, found):
        tree = build_tree(reader.record(root, TREE, (), "the tree"))
        report_invisible(data.decode("utf-8-sig"), found)
    if tree is not None:
        reader.places.update(list(link_places(tree, reader.places, data)))
    return Reading(tree, reader.places, found.result(), hashlib.sha256(data).hexdigest())


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


def _bytes_of(path: Path | str, found: Collector) -> bytes | None:
    """Return the file's content, cut just past the limit on its size, or None after a finding."""
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        # A null byte in a path raises ValueError.
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        message = f"The file can't be read: {reason}."
        found.add(CANNOT_READ, found.place(1, 1), message, "Check the path and the permissions.")
        return None
