"""The ways through the tree as an Excel workbook, with further sheets for the texts."""

from __future__ import annotations

from typing import Final

from fingerpost.export.format import Format
from fingerpost.export.sheet.about import about
from fingerpost.export.sheet.rows import Table, table_of
from fingerpost.export.sheet.texts import text_tables
from fingerpost.export.sheet.workbook import workbook
from fingerpost.sheets.headings import ABOUT_SHEET
from fingerpost.tree.model import Tree

_LEAVES_OUT: Final = (
    "formatting, questions that never count, worked examples, considerations, combinations, qualities, whose texts "
    "they are, and earlier editions"
)


def write(tree: Tree, address: str) -> bytes:
    """Return the workbook: the ways or steps first, then the texts, then what concerns the whole tree."""
    table = table_of(tree)
    known = about(tree, address, f"{table.note} Left out: {_LEAVES_OUT}.")
    page = Table(ABOUT_SHEET, ("About", "Text"), tuple(known.items()), "")
    return workbook([table, *text_tables(tree), page], tree.title.plain)


FORMAT = Format(
    order=310,
    title="Sheet (Excel)",
    file="ways.xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write=write,
    read_by="people who review or edit the questions in a spreadsheet",
    leaves_out=_LEAVES_OUT,
)
