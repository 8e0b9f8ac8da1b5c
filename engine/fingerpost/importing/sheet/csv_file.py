"""Reads a CSV file: with commas, semicolons or tabs, in UTF-8, UTF-16 or as older programs write it."""

from __future__ import annotations

import io

from fingerpost.findings.finding import Place
from fingerpost.importing.findings import Findings
from fingerpost.importing.sheet.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row, Sheet, sheet_of
from fingerpost.sheets.cells import meant
from fingerpost.sheets.csv_rows import QUOTES, CsvRows, NotCsvError
from fingerpost.sheets.dialect import SAMPLE_BYTES, dialect_of


def read_csv(content: bytes, file: str, findings: Findings) -> Sheet | None:
    """Return the sheet of a file, or None after a finding."""
    dialect = dialect_of(content[:SAMPLE_BYTES])
    start = Place(file, 1, 1)
    try:
        text = content.decode(dialect.encoding)
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        hint = "Save the sheet as “CSV UTF-8”."
        findings.add("unreadable", Place(file, line, 1), f"The file is not in {dialect.encoding.upper()}.", hint)
        return None
    if dialect.is_guessed:
        message = "The file is not in UTF-8. It is read as Windows-1252."
        findings.add("encoding", start, message, "Look for wrong letters, or save the sheet as “CSV UTF-8”.")
    rows = _rows(CsvRows(io.StringIO(text, newline=""), dialect), file, findings)
    if rows is None:
        return None
    sheet = sheet_of(file, "", rows)
    if sheet is None:
        findings.add("unreadable", start, "The file has no text.", "Check that this is the right file.")
    return sheet


def _rows(table: CsvRows, file: str, findings: Findings) -> list[Row] | None:
    rows: list[Row] = []
    cells = 0
    try:
        for row in table:
            rows.append(Row(table.line, tuple([meant(cell).strip() for cell in row])))
            cells += len(row)
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS or cells > MOST_CELLS:
                message = f"The sheet has more than {MOST_ROWS:,} rows, {MOST_COLUMNS} columns or {MOST_CELLS:,} cells."
                findings.add("too-large", Place(file, table.line, 1), message, "Import it in parts.")
                return None
    except NotCsvError as fault:
        findings.add("unreadable", Place(file, table.line, 1), str(fault), QUOTES)
        return None
    return rows
