"""The map of a tree from left to right: each column is a band of nodes, one of their answers' labels, and a gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fingerpost.render.map_columns import Columns
from fingerpost.render.map_words import box_width, label_width
from fingerpost.render.node_names import short_name
from fingerpost.tree.model import Tree

MARGIN: Final = 8
"""The room around the picture, in which the outline of a node with the focus is drawn."""

FAN: Final = 24
"""The width in which the lines of a question's answers spread, before their labels."""

_GAP: Final = 52
_AFTER_LABEL: Final = 6


@dataclass(frozen=True, slots=True)
class Band:
    """A column.

    Attributes:
        nodes: The left edge of its nodes.
        nodes_width: Their width.
        labels: The left edge of the labels.
        labels_width: The greatest width of a label.
        gap: The left edge of the gap.
    """

    nodes: int
    nodes_width: int
    labels: int
    labels_width: int
    gap: int


def bands_of(tree: Tree, columns: Columns) -> list[Band]:
    """Return the band of each column of nodes, as wide as its words need."""
    bands: list[Band] = []
    x = MARGIN
    for column in columns:
        labels = [
            answer.label.plain for node in column if node in tree.questions for answer in tree.questions[node].answers
        ]
        nodes_width = box_width(short_name(tree, node) for node in column)
        start = x + nodes_width + FAN
        labels_width = label_width(labels)
        band = Band(x, nodes_width, start, labels_width, start + labels_width + _AFTER_LABEL)
        bands.append(band)
        x = band.gap + _GAP
    return bands
