"""The places of everything in the map of a tree, such that no words can overlap.

Each column has three bands side by side: its nodes, the labels of their answers, and a gap. Within a column, everything
has rows of its own, and lines leave them only in the gap. So no line crosses words, however long these are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from fingerpost.render.map_bands import FAN, MARGIN, Band, bands_of
from fingerpost.render.map_columns import Columns, node_columns, untangled, with_waypoints
from fingerpost.render.map_rows import BETWEEN, BETWEEN_LINES, LEAST_HEIGHT, LIFT, Item, items_of, middles_of
from fingerpost.tree.model import Tree

WIDEST: Final = 2400
"""The width of the widest picture that is still of use. The unit is that of the picture: a line of text is 20 high."""

TALLEST: Final = 3000
"""The height of the tallest picture that is still of use, in the same unit."""

_LEAST_COLUMN: Final = 160


@dataclass(frozen=True, slots=True)
class Box:
    """A node in the picture.

    Attributes:
        x: Its left edge.
        y: Its upper edge.
        width: Its width.
        height: Its height.
        lines: Its words.
    """

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """An answer in the picture.

    Attributes:
        path: The data of its SVG path.
        x: The left edge of its label.
        y: The base line of the last line of its label.
        lines: The words of its label.
    """

    path: str
    x: int
    y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture.

    Attributes:
        width: Its width.
        height: Its height.
        boxes: By the id of the node.
        edges: By the ids of the question and the answer.
    """

    width: int
    height: int
    boxes: Mapping[str, Box]
    edges: Mapping[tuple[str, str], Edge]


def layout(tree: Tree) -> Layout | None:
    """Return the picture of a tree that passed its checks, or None if it would be too large to be of use."""
    nodes = node_columns(tree)
    # First what takes no time, since trees may have thousands of questions.
    if len(nodes) * _LEAST_COLUMN > WIDEST or not _fit(nodes):
        return None
    arrangement = with_waypoints(tree, nodes)
    if not _fit(arrangement.columns):
        return None
    arrangement = untangled(arrangement)
    bands = bands_of(tree, nodes)
    width = bands[-1].nodes + bands[-1].nodes_width + MARGIN
    items = items_of(tree, arrangement, bands)
    middles = middles_of(tree, arrangement, items)
    height = max(round(middles[name] + item.fall) for name, item in items.items()) + MARGIN
    if width > WIDEST or height > TALLEST:
        return None
    column_of = {item: number for number, column in enumerate(arrangement.columns) for item in column}
    band_of = {item: bands[number] for item, number in column_of.items()}
    boxes = {
        node: Box(
            band_of[node].nodes,
            middles[node] - items[node].height // 2,
            band_of[node].nodes_width,
            items[node].height,
            items[node].words,
        )
        for column in nodes
        for node in column
    }
    edges = {
        (question, answer): _edge(
            items[question], answer, [(band_of[stop], middles[stop]) for stop in (question, *route)]
        )
        for question in tree.questions
        if question in items
        for answer, route in arrangement.answers(tree.questions[question])
    }
    return Layout(width, height, boxes, edges)


def _fit(columns: Columns) -> bool:
    """Return whether columns might not be too tall: waypoints need less room than nodes."""
    return all(
        sum(BETWEEN_LINES if "/" in item else LEAST_HEIGHT + BETWEEN for item in column) <= TALLEST + BETWEEN
        for column in columns
    )


def _edge(item: Item, answer: str, stops: list[tuple[Band, int]]) -> Edge:
    """Return the line of an answer and its label.

    Args:
        item: The question.
        answer: The id of the answer.
        stops: The bands and the middles of the question, the waypoints and the target.
    """
    (band, middle), *_ = stops
    x, y = band.nodes + band.nodes_width, round(middle + item.slots[answer])
    path = f"M{x} {middle}C{x + FAN // 2} {middle} {x + FAN // 2} {y} {x + FAN} {y}"
    level = y
    for (before, _), (after, below) in pairwise(stops):
        half = (before.gap + after.nodes) // 2
        path += f"H{before.gap}C{half} {level} {half} {below} {after.nodes} {below}"
        level = below
    return Edge(path, band.labels, y - LIFT, item.labels[answer])
