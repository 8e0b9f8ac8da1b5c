"""Writes tables as an Excel workbook (.xlsx), the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fingerpost.export.sheet.rows import Table
from fingerpost.export.xml import in_xml
from fingerpost.sheets.cells import LONGEST, harmless
from fingerpost.source.extra import ExtraMissingError

_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can have: the tree has none."""

_WIDTHS: Final = (10, 60)
"""The least and the greatest width of a column, in characters."""

type Worksheet = Any
"""As the library has it, which has no types."""


def workbook(tables: Sequence[Table], title: str) -> bytes:
    """Return a workbook with a sheet for each table: first row kept in view, with a filter, and long texts wrapped.

    Every cell is typed as text, so that no program computes one.

    Raises:
        ExtraMissingError: The library that writes workbooks is not installed.
    """
    try:
        # Imported here, so that every other format is written without it.
        from openpyxl import Workbook
        from openpyxl.writer.excel import ExcelWriter
    except ModuleNotFoundError as fault:
        raise ExtraMissingError("A workbook (.xlsx)", "sheets", fault) from fault
    book: Any = Workbook()  # openpyxl has no types
    book.remove(book.active)
    book.properties.title = in_xml(title)
    book.properties.creator = "Fingerpost"
    book.properties.created = book.properties.modified = datetime(*_BEGINNING[:3])
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    written = io.BytesIO()
    # `Workbook.save` would set the time of the last change.
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        writer: Any = ExcelWriter(book, archive)
        writer.write_data()
    return _without_times(written)


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for line, row in enumerate((table.headings, *table.rows), start=1):
        for column, words in enumerate(row, start=1):
            if not words:
                continue
            text = in_xml(words)
            cell = sheet.cell(line, column)
            cell.value = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
            cell.data_type = "s"
            # A text that is edited stays a text: "1/2" does not become a date.
            cell.number_format = "@"
            cell.alignment = wrapped
            cell.quotePrefix = harmless(text) != text
            if line == 1:
                cell.font = bold
    for column in range(1, len(table.headings) + 1):
        longest = max(len(row[column - 1]) for row in (table.headings, *table.rows))
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest + 2, _WIDTHS[0]), _WIDTHS[1])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"


def _without_times(written: io.BytesIO) -> bytes:
    """Return a ZIP file with the same content whose entries have a fixed time."""
    copy = io.BytesIO()
    with ZipFile(written) as archive, ZipFile(copy, "w", ZIP_DEFLATED) as fixed:
        for entry in archive.infolist():
            info = ZipInfo(entry.filename, _BEGINNING)
            info.compress_type = ZIP_DEFLATED
            fixed.writestr(info, archive.read(entry))
    return copy.getvalue()
