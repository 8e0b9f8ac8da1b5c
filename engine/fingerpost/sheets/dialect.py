"""Finds out how a CSV file was written: its encoding, its separator and the ends of its lines."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from itertools import islice
from typing import Final

SAMPLE_BYTES: Final = 65_536
"""The bytes from the beginning of a file that show how it was written."""

_SEPARATORS: Final = (",", ";", "\t")
_SAMPLE_ROWS: Final = 30
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# As Excel saves "CSV" in Western Europe.
_OTHERWISE: Final = "cp1252"


@dataclass(frozen=True, slots=True)
class Dialect:
    """The form of a CSV file.

    Attributes:
        encoding: The name of its encoding, for Python.
        separator: The character between two cells.
        line_end: The characters at the end of a row.
        names_separator: Whether the first line names the separator, as in `sep=;`, and is no row.
    """

    encoding: str
    separator: str
    line_end: str
    names_separator: bool = False

    @property
    def is_guessed(self) -> bool:
        """Whether the encoding is only likely: the file says nothing about it, and it is not UTF-8."""
        return self.encoding == _OTHERWISE


def dialect_of(sample: bytes) -> Dialect:
    """Return the dialect of a file from the bytes at its beginning, at most `SAMPLE_BYTES` of them."""
    encoding = _encoding(sample)
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(sample)
    first = text.split("\n", 1)[0].rstrip("\r")
    line_end = "\r\n" if "\r\n" in text else "\n"
    # A quotation mark can't separate anything.
    if first.startswith("sep=") and len(first) == len("sep=x") and first[-1] != '"':
        return Dialect(encoding, first[-1], line_end, names_separator=True)
    if len(sample) >= SAMPLE_BYTES:
        # The last line may be cut off.
        text = text[: text.rfind("\n") + 1] or text
    return Dialect(encoding, max(_SEPARATORS, key=lambda separator: _rating(text, separator)), line_end)


def _encoding(sample: bytes) -> str:
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    try:
        # The sample may end within a character.
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return _OTHERWISE
    return "utf-8"


def _rating(text: str, separator: str) -> tuple[bool, bool, int]:
    """Return whether all rows have several cells and equally many, whether none starts with a space, and how many."""
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), _SAMPLE_ROWS))
    except csv.Error:
        return (False, False, 0)
    widths = {len(row) for row in rows if row}
    # A comma within a text has a space after it.
    apart = not any(cell.startswith(" ") for row in rows for cell in row)
    return (len(widths) == 1 and widths != {1}, apart, len(rows[0]) if rows else 0)
