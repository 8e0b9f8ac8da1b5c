"""A sheet as rows of cells, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fingerpost.findings.finding import Place

MOST_BYTES: Final = 20_000_000
"""The size of the largest file that is read, and of the content of the largest workbook."""

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 250
MOST_CELLS: Final = 1_000_000
"""The largest sheet that is read."""


@dataclass(frozen=True, slots=True)
class Cell(Place):
    """A position in a sheet of a workbook, whose file is `name.xlsx!Sheet`."""

    def __str__(self) -> str:
        return f"{self.file}!{letters(self.column)}{self.line}"


def letters(column: int) -> str:
    """Return the name of a column, which counts from 1."""
    name = ""
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells.

    Attributes:
        line: Its number in the sheet, or its first line in a file, from 1.
        cells: The texts of its cells.
    """

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """Return the text of a cell; empty if the row ends before it, or if there is no such column."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        file: The name of the file, with that of the sheet if it is one of a workbook.
        name: The name of the sheet; empty if the file has no names.
        heading: The first row with text.
        rows: The other rows with text.
    """

    file: str
    name: str
    heading: Row
    rows: tuple[Row, ...]

    def place(self, row: Row, column: int | None = 0) -> Place:
        """Return the position of a cell; its column counts from 0."""
        return (Cell if self.name else Place)(self.file, row.line, (column or 0) + 1)


def sheet_of(file: str, name: str, rows: list[Row]) -> Sheet | None:
    """Return the sheet with some rows, without those that are empty; None if all are."""
    filled = [row for row in rows if any(row.cells)]
    return Sheet(file, name, filled[0], tuple(filled[1:])) if filled else None
