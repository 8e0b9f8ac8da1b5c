"""The picture of a tree as boxes on paper, from the numbers of its SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import combinations
from pathlib import Path

from PIL import ImageFont

_FONT = Path(__file__).parents[2] / "docs/assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"
_BOLD = 700
_LETTERS = 17
_WIDER = 1.12
"""How much wider than the site's bold letters others may be."""

_NODE = re.compile(
    r'<a class="fp-map-node"[^>]* data-node="([^"]+)"[^>]*>'
    r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="\d+"/>((?:<text .*?</text>)*)</a>'
)
_EDGE = re.compile(r'<g class="fp-map-edge" data-edge="([^"]+)"[^>]*><path d="([^"]+)"/>((?:<text .*?</text>)+)</g>')
_TEXT = re.compile(r'<text x="(\d+)" y="(\d+)">(.*?)</text>')
_FRAME = re.compile(r'<svg class="fp-map-picture"[^>]* viewBox="0 0 (\d+) (\d+)"')


@dataclass(frozen=True)
class Area:
    """A rectangle and what stands in it."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Area) -> bool:
        """Return whether two areas have more than an edge in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Area) -> bool:
        """Return whether another area lies in this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True)
class Picture:
    """The picture of a tree.

    Attributes:
        frame: All of it.
        boxes: Node id to its box.
        names: Node id to the lines of its name.
        labels: The lines of each answer's label.
        paths: The data of each answer's path.
    """

    frame: Area
    boxes: dict[str, Area]
    names: dict[str, list[Area]]
    labels: dict[str, list[Area]]
    paths: dict[str, str]

    def faults(self) -> Iterator[str]:
        """Yield each place where words, boxes or lines are in each other's way or outside the picture."""
        for name, box in self.boxes.items():
            yield from (f"{line} leaves the box {name}" for line in self.names[name] if not box.holds(line))
        words = [line for lines in (*self.names.values(), *self.labels.values()) for line in lines]
        for one, other in (*combinations(words, 2), *combinations(self.boxes.values(), 2)):
            if one.overlaps(other):
                yield f"{one} and {other} overlap"
        for label in (line for lines in self.labels.values() for line in lines):
            yield from (f"{label} is under {box}" for box in self.boxes.values() if label.overlaps(box))
        for area in (*words, *self.boxes.values()):
            if not self.frame.holds(area):
                yield f"{area} leaves the frame"
        for answer, path in self.paths.items():
            for line in _level_lines(path):
                yield from (
                    f"the line of {answer} crosses {area}"
                    for area in (*words, *self.boxes.values())
                    if line.overlaps(area)
                )


def picture_of(html: str) -> Picture | None:
    """Return the picture in the HTML of a map, or None if it has none."""
    frame = _FRAME.search(html)
    if frame is None:
        return None
    boxes: dict[str, Area] = {}
    names: dict[str, list[Area]] = {}
    for node, x, y, width, height, texts in _NODE.findall(html):
        boxes[node] = Area(f"box {node}", int(x), int(y), int(x) + int(width), int(y) + int(height))
        names[node] = [_area(text, int(x) - _width(text) / 2, int(y)) for x, y, text in _TEXT.findall(texts)]
    found = _EDGE.findall(html)
    return Picture(
        Area("frame", 0, 0, *map(int, frame.groups())),
        boxes,
        names,
        {edge: [_area(text, int(x), int(y)) for x, y, text in _TEXT.findall(texts)] for edge, _, texts in found},
        {edge: path for edge, path, _ in found},
    )


def _area(text: str, left: float, base: int) -> Area:
    return Area(repr(unescape(text)), left, base - 14, left + _width(text), base + 4)


def _level_lines(path: str) -> Iterator[Area]:
    """Yield the level parts of a path: there it passes the column of nodes and labels."""
    for x, y, end in re.findall(r" (\d+) (\d+)H(\d+)", path):
        yield Area("line", int(x) + 0.5, int(y) - 1, int(end), int(y) + 1)


@cache
def _font() -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_FONT, 1000)
    font.set_variation_by_axes([_BOLD])
    return font


@cache
def _width(text: str) -> float:
    """Return how wide a text is at most: letters that the site's typeface does not have are wider than its own."""
    latin = re.sub(r"[^ -\u024f\u2013-\u2026]", "W", re.sub(r"[\u0300-\u036f]", "", unescape(text)))
    return _font().getlength(latin) / 1000 * _LETTERS * _WIDER
