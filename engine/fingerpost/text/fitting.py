"""Fits text into the boxes of pictures, whose typeface is not known: in lines, shortened where there is no more room.

Widths are estimates in ems: the bold letters of most typefaces are narrower, and those of the widest ones exceed them
by less than a tenth.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

ELLIPSIS: Final = "…"

_PIECES: Final = re.compile(r"[^ /-]*[ /-]+|[^ /-]+")
"""Lines may break after spaces, slashes and hyphens."""

_LETTERS: Final = (
    (" iIl.,'|\N{RIGHT SINGLE QUOTATION MARK}", 0.38),
    ("fjrt:;!()[]-/", 0.48),
    ('csz?*"\N{EN DASH}', 0.57),
    ("abdeghknopquvxyJ0123456789", 0.67),
    ("ABCEFKLPRSTVXYZ", 0.74),
    ("DGHNOQU&+#=<>", 0.84),
    ("mwMW%@\N{HORIZONTAL ELLIPSIS}", 1.05),
)
_WIDTHS: Final = {letter: width for letters, width in _LETTERS for letter in letters}
_NO_WIDTH: Final = ("Mn", "Me", "Cf")
_PICTOGRAM: Final = 1.4
_WIDEST: Final = 1.2


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """Return the estimated width of a line of text, in ems."""
    return sum(map(_width, text))


def is_whole(text: str, room: float, most: int) -> bool:
    """Return whether a text fits without an ellipsis, and without a break within a word.

    Args:
        text: One line of text.
        room: The width of a line, in ems.
        most: The most lines.
    """
    return all(width(piece.rstrip()) <= room for piece in _PIECES.findall(text)) and len(_lines(text, room)) <= most


def fitted(text: str, room: float, most: int) -> list[str]:
    """Return a text in lines; if it needs more than there may be, the last one ends after a word with an ellipsis.

    Args:
        text: One line of text.
        room: The width of a line, in ems. No line is wider, so that a longer word is divided.
        most: The most lines.
    """
    lines = _lines(text, room)
    kept = ["".join(pieces).rstrip() for pieces in lines[:most]]
    if len(lines) > most:
        last = lines[most - 1]
        while len(last) > 1 and width(_ended(last)) > room:
            last = last[:-1]
        while len(last[0]) > 1 and width(_ended(last)) > room:
            last = [last[0][:-1]]
        kept[-1] = _ended(last)
    return kept


def _ended(pieces: list[str]) -> str:
    return "".join(pieces).rstrip(" ,;:.-/(\N{EN DASH}") + ELLIPSIS


def _lines(text: str, room: float) -> list[list[str]]:
    """Return the pieces of each line."""
    lines: list[list[str]] = [[]]
    used = 0.0
    for piece in (part for word in _PIECES.findall(" ".join(text.split())) for part in _parts(word, room)):
        if lines[-1] and used + width(piece.rstrip()) > room:
            lines.append([])
            used = 0
        lines[-1].append(piece)
        used += width(piece)
    return lines


def _parts(word: str, room: float) -> list[str]:
    """Return a word as it is, or divided if it is wider than a line."""
    if width(word.rstrip()) <= room:
        return [word]
    parts = [""]
    for letter in word:
        # A mark without a width belongs to the letter before it.
        if parts[-1] and _width(letter) and width(parts[-1] + letter) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def _width(letter: str) -> float:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    category = unicodedata.category(letter)
    return 0 if category in _NO_WIDTH else _PICTOGRAM if category == "So" else _WIDEST
