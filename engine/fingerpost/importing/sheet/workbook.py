"""Reads the sheets of an Excel workbook (.xlsx). No formula is computed, and nothing outside the file is read."""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime, time
from typing import Any, Final
from zipfile import ZipFile

from fingerpost.findings.finding import Place
from fingerpost.importing.findings import Findings
from fingerpost.importing.sheet.grid import MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Cell, Row, Sheet, sheet_of
from fingerpost.source.extra import ExtraMissingError

ZIP_MARK: Final = b"PK\x03\x04"
"""The first bytes of a workbook."""

_MOST_ENTRIES: Final = 1000
_DOCUMENT_TYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_DAMAGED: Final = "Open it in the program that it comes from, and save it again as .xlsx."

type Worksheet = Any
type SheetCell = Any
"""As the library has it, which has no types."""


def read_workbook(content: bytes, file: str, findings: Findings) -> list[Sheet]:
    """Return the visible sheets of a workbook that have text; none after a finding about the whole file.

    Raises:
        ExtraMissingError: The library that reads workbooks is not installed.
    """
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError as fault:
        raise ExtraMissingError("A workbook (.xlsx)", "sheets", fault) from fault
    start = Place(file, 1, 1)
    unpacked = _unpacked(content, start, findings)
    if unpacked is None:
        return []
    try:
        with warnings.catch_warnings():
            # It warns of parts that it does not keep.
            warnings.simplefilter("ignore")
            book: Any = load_workbook(unpacked, keep_links=False, rich_text=False)
        sheets = [each for each in book.worksheets if each.sheet_state == "visible"]
        found = [sheet for each in sheets if (sheet := _sheet(each, file, findings)) is not None]
    except Exception as fault:  # noqa: BLE001 - the library raises whatever a damaged file leads it to
        findings.add("unreadable", start, f"The workbook is damaged: {_first_line(fault)}.", _DAMAGED)
        return []
    if not found and not findings.has_errors:
        message = "No sheet of the workbook has text that is visible."
        findings.add("unreadable", start, message, "Check that this is the right file, and show its sheets.")
    return found


def _unpacked(content: bytes, start: Place, findings: Findings) -> io.BytesIO | None:
    """Return a workbook without compression, or None after a finding if it is too large, unsafe or damaged.

    Each entry is cut where its header says that it ends, which the reader of the workbook does only after expanding it.
    """
    copy = io.BytesIO()
    try:
        with ZipFile(io.BytesIO(content)) as archive, ZipFile(copy, "w") as unpacked:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
                message = f"The content of the workbook is larger than {MOST_BYTES:,} bytes."
                findings.add("too-large", start, message, "Delete what the ways do not need, or import it in parts.")
                return None
            for entry in entries:
                with archive.open(entry) as stream:
                    part = stream.read(entry.file_size + 1)
                if any(mark in part for mark in _DOCUMENT_TYPES):
                    message = f"The part {entry.filename} of the workbook has a document type."
                    findings.add("unsafe", start, message, _DAMAGED)
                    return None
                unpacked.writestr(entry.filename, part)
    except Exception as fault:  # noqa: BLE001 - each way of compressing has errors of its own
        findings.add("unreadable", start, f"The workbook is damaged: {_first_line(fault)}.", _DAMAGED)
        return None
    return copy


def _first_line(fault: Exception) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:200].rstrip(".")


def _sheet(sheet: Worksheet, file: str, findings: Findings) -> Sheet | None:
    name = f"{file}!{sheet.title}"
    height, width = sheet.max_row, sheet.max_column
    if height > MOST_ROWS or width > MOST_COLUMNS or height * width > MOST_CELLS:
        message = (
            f"The sheet reaches to column {width:,} and row {height:,}: more than {MOST_ROWS:,} rows, {MOST_COLUMNS} "
            f"columns or {MOST_CELLS:,} cells."
        )
        hint = "Delete the empty rows and columns behind the table, or import it in parts."
        findings.add("too-large", Cell(name, height, width), message, hint)
        return None
    merged = _merged(sheet, name, findings)
    rows: list[Row] = []
    for line, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_text(cell) for cell in row]
        formulas = [column for column, cell in enumerate(row) if cell.data_type == "f"]
        for column in formulas:
            message = "The cell has a formula, which is not computed."
            hint = "Put its value in place of the formula."
            findings.add("formula", Cell(name, line, column + 1), message, hint)
            cells[column] = ""
        for column, text in merged.get(line, {}).items():
            cells[column] = text
        if not formulas or not any(row.cells for row in rows):
            rows.append(Row(line, tuple(cells)))
    return sheet_of(name, sheet.title, rows)


def _merged(sheet: Worksheet, name: str, findings: Findings) -> dict[int, dict[int, str]]:
    """Return the text of each merged cell but the first, by its row and then its column, which counts from 0."""
    texts: dict[int, dict[int, str]] = {}
    for area in sheet.merged_cells.ranges:
        first = sheet.cell(area.min_row, area.min_col)
        text = "" if first.data_type == "f" else _text(first)
        if not text:
            continue
        message = f"The cells {area.coord} are merged: “{text[:60]}” is taken for each of them."
        hint = "Check these rows. To be safe, unmerge the cells and repeat the text."
        findings.add("merged-cells", Cell(name, area.min_row, area.min_col), message, hint)
        for line in range(area.min_row, min(area.max_row, sheet.max_row) + 1):
            for column in range(area.min_col, min(area.max_col, sheet.max_column) + 1):
                texts.setdefault(line, {})[column - 1] = text
    return texts


def _text(cell: SheetCell) -> str:
    match cell.value:
        case None:
            return ""
        case bool() as truth:
            return "Yes" if truth else "No"
        case int() | float() as number:
            return f"{number * 100:.12g}%" if "%" in cell.number_format else f"{number:.12g}"
        case datetime() as moment if moment.time() == time():
            return moment.date().isoformat()
        case datetime() | date() | time() as moment:
            return moment.isoformat()
        case value:
            return str(value).strip()
