"""The ids of several trees, which must differ: links name a tree by its id alone."""

from __future__ import annotations

import os

from fingerpost.findings.codes import BY_NAME
from fingerpost.findings.finding import Finding, Place


class TreeIds:
    """The ids met so far, each with the file of its tree."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}

    def other_file(self, tree_id: str, file: str) -> str | None:
        """Return the file of another tree that has this id; if there is none, note that this file has it."""
        first = self._files.setdefault(tree_id, file)
        return None if first == file or os.path.realpath(first) == os.path.realpath(file) else first

    def replace(self, tree_id: str, file: str) -> None:
        """Note that this file has an id that another file had before."""
        self._files[tree_id] = file


def same_tree_id(tree_id: str, place: Place, other: str) -> Finding:
    """Return the finding that two trees have one id.

    Args:
        tree_id: The id.
        place: The position of the id in the second file.
        other: The first file.
    """
    message = f"The tree in {other} also has the id '{tree_id}', so links to one of the two would open the other."
    return BY_NAME["same-tree-id"].finding(place, message, "Give one of them another id.")
