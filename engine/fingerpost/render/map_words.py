"""The words of a tree's map: how wide boxes and labels have to be for them, and how they are divided into lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fingerpost.text.fitting import fitted, is_whole

LINE: Final = 20
"""The height of a line of text."""

_LETTERS: Final = 17
_PADDING: Final = 12
_STEP: Final = 8

# The greatest width of a box or a label for each number of lines.
_BOX: Final = ((184, 2), (216, 3))
_LEAST_BOX: Final = 120
_LABEL: Final = ((96, 1), (112, 2), (128, 3), (152, 4))
_LEAST_LABEL: Final = 32


def box_width(names: Iterable[str]) -> int:
    """Return the width for boxes with these names."""
    return max(_needed(name, _LEAST_BOX, _BOX, 2 * _PADDING) for name in names)


def box_lines(name: str, width: int) -> tuple[str, ...]:
    """Return a name in the lines of a box of this width; a name that does not fit is shortened."""
    return tuple(fitted(name, (width - 2 * _PADDING) / _LETTERS, _BOX[-1][1]))


def label_width(labels: Iterable[str]) -> int:
    """Return the width for these labels, which is 0 if there are none."""
    return max((_needed(label, _LEAST_LABEL, _LABEL) for label in labels), default=0)


def label_lines(label: str, width: int) -> tuple[str, ...]:
    """Return the lines of a label of this width; a label that does not fit is shortened."""
    return tuple(fitted(label, width / _LETTERS, _LABEL[-1][1]))


def _needed(text: str, least: int, steps: tuple[tuple[int, int], ...], padding: int = 0) -> int:
    """Return the least width that shows a text whole in few lines, or the greatest one if none does."""
    for most, lines in steps:
        for width in range(least, most + 1, _STEP):
            if is_whole(text, (width - padding) / _LETTERS, lines):
                return width
    return steps[-1][0]
