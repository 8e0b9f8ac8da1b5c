"""Reads an author's YAML file into a tree, with the position of everything in it. Needed at build time only."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fingerpost.findings.finding import Finding, Place
from fingerpost.source.collector import Collector
from fingerpost.source.extra import ExtraMissingError
from fingerpost.source.indentation import read_as_meant
from fingerpost.source.text import MAX_BYTES
from fingerpost.tree.model import Tree

__all__ = ["CANNOT_READ", "Reading", "read_source", "read_tree"]

CANNOT_READ = "cannot-read"
"""The code of the finding that a file does not exist or can't be opened."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a tree file.

    Attributes:
        tree: The tree, as far as it could be read; None if too little of it could be.
        places: The position of each field and entry, by its path of keys, for instance
            `("questions", "same-place", "answers", "all", "go")`. The position of a field with a single value is that
            of the value; that of any other field, or of an entry, is that of its key. The path of a link in a text is
            that of the text, and then the link's address.
        findings: The faults in the form of the file, in file order; `check` finds those of the tree.
        digest: The SHA-256 of the file's content; empty if the file can't be opened.
        unknown: The paths of the parts that a finding reports and whose meaning is not known. Nothing can be concluded
            from them.
    """

    tree: Tree | None
    places: Mapping[tuple[str, ...], Place]
    findings: tuple[Finding, ...]
    digest: str = ""
    unknown: frozenset[tuple[str, ...]] = frozenset()


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

    Raises:
        ExtraMissingError: The libraries that read YAML and Markdown are not installed.
    """
    try:
        # Imported here, so that commands that read no tree run without the libraries that this needs.
        from fingerpost.source.content import read_content
    except ModuleNotFoundError as fault:
        raise ExtraMissingError("Reading a tree", "build", fault) from fault

    def read(content: bytes) -> Reading:
        found = Collector(name)
        tree, places, unknown = read_content(content, found)
        return Reading(tree, places, found.result(), hashlib.sha256(content).hexdigest(), unknown)

    return read_as_meant(data, read(data), read)


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
