"""Compares two editions of a tree by meaning: the answers that now lead elsewhere, and the parts that changed."""

from __future__ import annotations

from dataclasses import dataclass

from fingerpost.compare.differences import differences
from fingerpost.compare.matching import Matching
from fingerpost.compare.moves import Moves
from fingerpost.compare.parts import Differences
from fingerpost.compare.walk import walk_together
from fingerpost.tree.model import Tree

__all__ = ["Comparison", "compare_trees"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences between two editions. An id that changed by a rename in the new edition is the same part.

    Attributes:
        old: The old edition.
        new: The new edition.
        moves: The combinations of answers that now lead elsewhere.
        parts: The parts that were added, removed, renamed, rerouted or reworded.

    Examples:
        >>> tree = fingerpost.read("tree.yml")
        >>> fingerpost.compare_trees(tree, tree).is_empty
        True
    """

    old: Tree
    new: Tree
    moves: Moves
    parts: Differences

    @property
    def is_empty(self) -> bool:
        """Whether the two editions are known to agree in meaning and in wording."""
        return self.moves.is_complete and not self.moves.changes and self.parts == Differences()


def compare_trees(old: Tree, new: Tree) -> Comparison:
    """Compare two editions of a tree.

    Args:
        old: The old edition; readers can walk it.
        new: The new edition; readers can walk it.

    Returns:
        The differences. This takes time nearly linear in the nodes and answers of both, unless the two ask many
        questions in opposite orders; see `walk_together`.

    Examples:
        >>> from pathlib import Path
        >>> text = Path("tree.yml").read_text(encoding="utf-8")
        >>> old = fingerpost.read_text(text)
        >>> new = fingerpost.read_text(text.replace("A message", "A note"))
        >>> comparison = fingerpost.compare_trees(old, new)
        >>> [(change.id, change.before, change.after) for change in comparison.parts.reworded]
        [('message', 'A message', 'A note')]
        >>> comparison.moves.changes  # nobody's outcome changes
        ()
    """
    matching = Matching.of(old, new)
    # A question that never counts can't change where answers lead.
    counting = old.counting, new.counting
    moves = walk_together(*counting, Matching.of(*counting))
    return Comparison(old, new, moves, differences(old, new, matching))
