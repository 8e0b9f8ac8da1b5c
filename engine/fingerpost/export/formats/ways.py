"""The ways through the tree as CSV, for spreadsheets: one row each, with the questions as columns."""

from __future__ import annotations

import csv
import io
from typing import Final

from fingerpost.export.format import Format
from fingerpost.export.sheet.about import about
from fingerpost.export.sheet.rows import table_of
from fingerpost.sheets.cells import harmless
from fingerpost.tree.model import Tree

_LEAVES_OUT: Final = (
    "texts besides the words of questions and answers and the titles of outcomes, formatting, short names, pages, "
    "“not sure”, questions that never count, worked examples, considerations, qualities and earlier editions"
)


def write(tree: Tree, address: str) -> bytes:
    """Return the rows; what concerns the whole tree is in the first one, in columns behind the others."""
    table = table_of(tree)
    known = about(tree, address, f"{table.note} Left out: {_LEAVES_OUT}.")
    first, *others = table.rows
    stream = io.StringIO()
    # A comma and CRLF, as RFC 4180 has them.
    writer = csv.writer(stream)
    nothing = ("",) * len(known)
    for row in (
        (*table.headings, *known),
        (*first, *known.values()),
        *((*row, *nothing) for row in others),
    ):
        writer.writerow(map(harmless, row))
    # Excel takes a file without this mark for one in the encoding of the machine.
    return stream.getvalue().encode("utf-8-sig")


FORMAT = Format(
    order=300,
    title="Sheet (CSV)",
    file="ways.csv",
    media_type="text/csv",
    write=write,
    read_by="people who review the questions in a spreadsheet, and programs that look answers up",
    leaves_out=_LEAVES_OUT,
)
