"""A sheet of ways, or of steps, as CSV or as an Excel workbook."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.finding import Place
from fingerpost.importing.findings import Findings
from fingerpost.importing.format import Format, Imported
from fingerpost.importing.sheet.branching import Branching, TooManyQuestionsError
from fingerpost.importing.sheet.columns import columns_of
from fingerpost.importing.sheet.csv_file import read_csv
from fingerpost.importing.sheet.draft import draft_of
from fingerpost.importing.sheet.grid import MOST_BYTES, Sheet
from fingerpost.importing.sheet.parts import Parts
from fingerpost.importing.sheet.rows import ways_of
from fingerpost.importing.sheet.steps import has_steps, parts_of_steps
from fingerpost.importing.sheet.texts import texts_of
from fingerpost.importing.sheet.workbook import ZIP_MARK, read_workbook
from fingerpost.sheets.headings import ABOUT, STEPS_SHEET, WAYS_SHEET

_SHEETS: Final = (WAYS_SHEET, STEPS_SHEET)


def read(content: bytes, name: str) -> Imported:
    """Return the tree that the rows of a sheet make."""
    findings = Findings()
    sheets = _sheets(content, name, findings)
    if not sheets:
        return Imported(None, findings.in_order)
    main = next((sheet for sheet in sheets if sheet.name in _SHEETS), sheets[0])
    parts = parts_of_steps(main, findings) if has_steps(main) else _parts_of_ways(main, findings)
    if parts is None:
        return Imported(None, findings.in_order)
    if parts.start in parts.outcomes:
        message = "All rows lead to the same outcome, so there is nothing to ask."
        findings.add("no-equivalent", main.place(main.heading), message, "Check that this is the right file.")
        return Imported(None, findings.in_order)
    texts = texts_of([sheet for sheet in sheets if sheet is not main], parts, findings)
    texts.about.update(_about(main))
    return Imported(draft_of(parts, texts, name), findings.in_order)


def _sheets(content: bytes, name: str, findings: Findings) -> list[Sheet]:
    if len(content) > MOST_BYTES:
        message = f"The file has more than {MOST_BYTES:,} bytes."
        findings.add("too-large", Place(name, 1, 1), message, "Check that this is the right file.")
        return []
    if content.startswith(ZIP_MARK):
        return read_workbook(content, name, findings)
    sheet = read_csv(content, name, findings)
    return [] if sheet is None else [sheet]


def _parts_of_ways(sheet: Sheet, findings: Findings) -> Parts | None:
    columns = columns_of(sheet, findings)
    if columns is None:
        return None
    ways = ways_of(sheet, columns, findings)
    if ways is None:
        return None
    try:
        return Branching(sheet, ways, findings, asks_all=columns.has_ids).parts()
    except TooManyQuestionsError as fault:
        findings.add("too-large", sheet.place(sheet.heading), str(fault), "Divide the sheet into several.")
        return None


def _about(sheet: Sheet) -> dict[str, str]:
    """Return what the columns of a sheet say about the whole tree: the first text in each."""
    columns = {heading: column for column, heading in enumerate(sheet.heading.cells) if heading in ABOUT}
    found = {
        heading: next((row.cell(column) for row in sheet.rows if row.cell(column)), "")
        for heading, column in columns.items()
    }
    return {heading: text for heading, text in found.items() if text}


FORMAT = Format(order=300, title="Sheet (CSV or Excel)", endings=(".csv", ".tsv", ".xlsx"), read=read)
