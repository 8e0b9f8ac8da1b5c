"""The map of a tree from top to bottom: the height of everything in a column, and its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from fingerpost.render.map_bands import MARGIN, Band
from fingerpost.render.map_columns import Arrangement
from fingerpost.render.map_words import LINE, box_lines, label_lines
from fingerpost.render.node_names import short_name
from fingerpost.tree.model import Question, Tree

LEAST_HEIGHT: Final = 56
"""The least height of a node."""

BETWEEN: Final = 14
"""The room between nodes."""

BETWEEN_LINES: Final = 10
"""The room between waypoints, and between them and nodes."""

LIFT: Final = 7
"""How high the label of an answer stands above its line."""

_AROUND_WORDS: Final = 16
_UNDER_LINE: Final = 4
_SETTLING: Final = 12


@dataclass(frozen=True, slots=True)
class Item:
    """A node or a waypoint of a column.

    Attributes:
        rise: The room that it needs above its middle.
        fall: The room that it needs below its middle.
        height: The height of a node.
        words: The lines of a node's name.
        labels: Answer id to the lines of its label.
        slots: Answer id to the height at which its line leaves, from the middle.
    """

    rise: float = 2
    fall: float = 2
    height: int = 0
    words: tuple[str, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    slots: Mapping[str, float] = field(default_factory=dict[str, float])


def items_of(tree: Tree, arrangement: Arrangement, bands: list[Band]) -> dict[str, Item]:
    """Return every node and waypoint by its id."""
    items: dict[str, Item] = {}
    for number, (column, band) in enumerate(zip(arrangement.columns, bands, strict=True)):
        rows = (
            {item: row for row, item in enumerate(arrangement.columns[number + 1])} if number + 1 < len(bands) else {}
        )
        for name in column:
            if "/" in name:
                items[name] = Item()
                continue
            words = box_lines(short_name(tree, name), band.nodes_width)
            height = max(LEAST_HEIGHT, LINE * len(words) + _AROUND_WORDS)
            question = tree.questions.get(name)
            if question is None:
                items[name] = Item(height / 2, height / 2, height, words)
            else:
                items[name] = _question(question, arrangement, band, rows, words, height)
    return items


def _question(
    question: Question,
    arrangement: Arrangement,
    band: Band,
    rows: Mapping[str, int],
    words: tuple[str, ...],
    height: int,
) -> Item:
    labels = {answer.id: label_lines(answer.label.plain, band.labels_width) for answer in question.answers}
    # The lines leave in the order of what they lead to, so that they do not cross each other.
    answers = [answer for answer, _ in sorted(arrangement.answers(question), key=lambda route: rows[route[1][0]])]
    slots = {answers[0]: 0.0}
    for above, answer in pairwise(answers):
        slots[answer] = slots[above] + _room(labels[answer])
    half = slots[answers[-1]] / 2
    slots = {answer: slot - half for answer, slot in slots.items()}
    return Item(
        max(height / 2, half + _room(labels[answers[0]])),
        max(height / 2, half + _UNDER_LINE),
        height,
        words,
        labels,
        slots,
    )


def _room(label: tuple[str, ...]) -> int:
    """Return the room that a label needs above its line."""
    return LINE * len(label) + LIFT + 2


def middles_of(tree: Tree, arrangement: Arrangement, items: Mapping[str, Item]) -> dict[str, int]:
    """Return the middle of each item: near those that it is connected with, and clear of the others of its column."""
    wishes: dict[str, list[tuple[str, float]]] = {name: [] for name in items}
    for name, item in items.items():
        for answer, route in arrangement.answers(tree.questions[name]) if item.slots else ():
            for start, end in pairwise((name, *route)):
                slot = item.slots[answer] if start == name else 0
                wishes[start].append((end, -slot))
                wishes[end].append((start, slot))
    columns = arrangement.columns
    middles = dict.fromkeys(items, 0.0)
    for column in columns:
        middles |= _stacked(column, items, middles)
    for turn in range(_SETTLING):
        for column in columns if turn % 2 else reversed(columns):
            wanted = {
                name: sum(middles[other] + shift for other, shift in wishes[name]) / max(len(wishes[name]), 1)
                for name in column
            }
            middles |= _stacked(column, items, wanted)
    top = min(middles[name] - item.rise for name, item in items.items())
    return {name: round(middle - top) + MARGIN for name, middle in middles.items()}


def _stacked(column: list[str], items: Mapping[str, Item], wanted: Mapping[str, float]) -> dict[str, float]:
    """Return middles that are, in sum of squares, as near to those wanted as the room between items lets them be.

    Neighbours that would come too close to each other are moved together, as one block (isotonic regression).
    """
    offsets: dict[str, float] = {column[0]: 0}
    for above, name in pairwise(column):
        between = BETWEEN_LINES if "/" in name or "/" in above else BETWEEN
        offsets[name] = offsets[above] + items[above].fall + between + items[name].rise
    blocks: list[tuple[float, list[str]]] = []
    for name in column:
        level, names = wanted[name] - offsets[name], [name]
        while blocks and blocks[-1][0] >= level:
            above, others = blocks.pop()
            level = (level * len(names) + above * len(others)) / (len(names) + len(others))
            names = [*others, *names]
        blocks.append((level, names))
    return {name: level + offsets[name] for level, names in blocks for name in names}
