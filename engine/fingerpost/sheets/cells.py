"""The text of one cell: made harmless for spreadsheet programs, and words with the id of what they name."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 32_767
"""The most characters that spreadsheet programs keep in a cell."""

# The full-width forms, too: some programs read them as the same signs.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NAMED: Final = re.compile(r"(.*?)\s*\[([a-z0-9]+(?:-[a-z0-9]+)*)\]", re.DOTALL)


def harmless(text: str) -> str:
    """Return the text of a CSV cell that no program takes for a formula: an apostrophe comes before one.

    `meant` is the way back, for every text.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def meant(cell: str) -> str:
    """Return the text that `harmless` was given for a cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def with_id(words: str, part_id: str) -> str:
    """Return words followed by the id of what they name, in square brackets."""
    return f"{words} [{part_id}]"


def with_needed_id(words: str, part_id: str) -> str:
    """Return words with the id of what they name, unless the id follows from the words."""
    return words if named(words) == (words, part_id) else with_id(words, part_id)


def named(cell: str) -> tuple[str, str]:
    """Return the words of a cell, and the id behind them or else the one that follows from them."""
    found = _NAMED.fullmatch(cell)
    return (found[1], found[2]) if found else (cell, "-".join(cell.lower().split()))


def has_id(cell: str) -> bool:
    """Return whether a cell ends with an id in square brackets."""
    return _NAMED.fullmatch(cell) is not None
