"""Sheets to import: CSV from lines, workbooks from cells."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

from fingerpost.importing.format import Imported
from fingerpost.importing.formats.sheet import read
from fingerpost.tree.model import Tree
from imports import tree_of_draft

type Book = Any
"""A workbook, a sheet or a cell as openpyxl has it, which has no types."""


def csv_of(*lines: str) -> bytes:
    """Return a CSV file with some lines."""
    return ("\n".join(lines) + "\n").encode()


def workbook_of(
    sheets: Mapping[str, Sequence[Sequence[object]]], change: Callable[[Book], object] = lambda book: None
) -> bytes:
    """Return a workbook with some sheets, as another program writes it.

    Args:
        sheets: The rows of each sheet, by its name.
        change: Changes the workbook before it is saved.
    """
    book: Book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_lines(*lines: str) -> Imported:
    """Return what the import makes of a CSV file with some lines."""
    return read(csv_of(*lines), "ways.csv")


def found_in(imported: Imported) -> list[str]:
    """Return the place and the code of each finding."""
    return [f"{finding.place} {finding.code}" for finding in imported.findings]


def tree_in(imported: Imported) -> Tree:
    """Return the tree of an import."""
    assert imported.draft is not None, found_in(imported)
    return tree_of_draft(imported.draft)


def routes(imported: Imported) -> dict[str, dict[str, str]]:
    """Return each question of an import with its answers and where they lead."""
    return {
        question.id: {answer.id: answer.go for answer in question.answers}
        for question in tree_in(imported).questions.values()
    }
