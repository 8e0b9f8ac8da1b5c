"""Reads source maps: which place of which module each part of a bundle comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_DIGITS = {
    digit: value for value, digit in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bundle.

    Attributes:
        start: The number of its first character.
        end: The number of the character after its last.
        module: The file that it comes from.
        line: Its line there, from 1.
        column: Its column there, from 0.
    """

    start: int
    end: int
    module: Path
    line: int
    column: int


def pieces(bundle: Path) -> Iterator[Piece]:
    """Yield the parts of a bundle that come from a module, in order.

    Args:
        bundle: A script with its source map beside it, as `name.mjs.map`.
    """
    text = bundle.read_text(encoding="utf-8")
    written = json.loads(bundle.with_name(f"{bundle.name}.map").read_text(encoding="utf-8"))
    modules = [(bundle.parent / source).resolve() for source in written["sources"]]
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    marks = [(starts[row] + column, *place) for row, column, *place in _segments(written["mappings"])]
    for (start, *place), (end, *_) in zip(marks, [*marks[1:], (len(text),)], strict=True):
        if place:
            yield Piece(start, end, modules[place[0]], place[1] + 1, place[2])


def _segments(mappings: str) -> Iterator[tuple[int, ...]]:
    """Yield row and column in the bundle, then module, line and column where a part comes from one, all from 0."""
    module = line = place = 0
    for row, segments in enumerate(mappings.split(";")):
        column = 0
        for segment in filter(None, segments.split(",")):
            numbers = list(_numbers(segment))
            column += numbers[0]
            if len(numbers) > 1:
                module, line, place = module + numbers[1], line + numbers[2], place + numbers[3]
                yield row, column, module, line, place
            else:
                yield row, column


def _numbers(segment: str) -> Iterator[int]:
    value = shift = 0
    for digit in segment:
        bits = _DIGITS[digit]
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            yield -(value >> 1) if value & 1 else value >> 1
            value = shift = 0
