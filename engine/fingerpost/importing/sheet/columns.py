"""Finds out the meaning of each column of a sheet of ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fingerpost.importing.findings import Findings
from fingerpost.importing.sheet.grid import Sheet
from fingerpost.importing.sheet.parts import Named, named_in
from fingerpost.sheets.cells import has_id
from fingerpost.sheets.headings import ABOUT, OTHER_OUTCOMES, OUTCOME, OUTCOME_ID, folded

_NUMBERS: Final = frozenset(("#", "no", "no.", "nr", "number", "row", "way", "rule", "case"))
"""Headings of columns that number the rows."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet of ways, which count from 0.

    Attributes:
        questions: The words of each question, by its column.
        outcome: The column of the outcomes.
        outcome_id: The column of their ids, if there is one.
        has_ids: Whether the sheet is one that was exported, so that words can have ids behind them.
    """

    questions: dict[int, Named]
    outcome: int
    outcome_id: int | None
    has_ids: bool


def columns_of(sheet: Sheet, findings: Findings) -> Columns | None:
    """Return the columns of a sheet, or None after a finding if it asks nothing."""
    headings = sheet.heading.cells
    has_ids = OUTCOME in headings and OUTCOME_ID in headings and any(map(has_id, headings))
    outcome = _outcome(sheet, findings)
    outcome_id = headings.index(OUTCOME_ID) if OUTCOME_ID in headings else None
    before = [column for column in range(outcome) if column != outcome_id]
    # Where the outcome comes first, the questions come after it.
    asking = before or range(outcome + 1, len(headings))
    questions: dict[int, Named] = {}
    for column, heading in enumerate(headings):
        if column in (outcome, outcome_id) or heading in ABOUT:
            continue
        if column in asking and heading and folded(heading) not in _NUMBERS:
            questions[column] = named_in(heading, has_ids=has_ids and has_id(heading))
        elif heading or any(row.cell(column) for row in sheet.rows):
            message = f"The column “{heading}” is no question." if heading else "The column has no heading."
            hint = "If it is a question, move it before the column of the outcome." if heading else "Give it one."
            findings.add("unknown-column", sheet.place(sheet.heading, column), f"{message} It is left out.", hint)
    _refuse_repeated(sheet, questions, findings)
    if not questions:
        message = "No column is a question."
        hint = "Write each question at the top of a column, and the outcome at the top of the last one."
        findings.add("no-equivalent", sheet.place(sheet.heading), message, hint)
        return None
    return Columns(questions, outcome, outcome_id, has_ids)


def _outcome(sheet: Sheet, findings: Findings) -> int:
    headings = sheet.heading.cells
    if OUTCOME in headings:
        return headings.index(OUTCOME)
    known = [column for column, heading in enumerate(headings) if folded(heading) in OTHER_OUTCOMES]
    if known:
        return known[0]
    last = max(column for column, heading in enumerate(headings) if heading)
    message = f"No column is called “{OUTCOME}”, so the last one is taken for it."
    findings.add("guessed", sheet.place(sheet.heading, last), message, f"Call the column of the outcome “{OUTCOME}”.")
    return last


def _refuse_repeated(sheet: Sheet, questions: dict[int, Named], findings: Findings) -> None:
    """Leave out each column that asks the same as one before it."""
    met: dict[str, int] = {}
    for column, name in list(questions.items()):
        if name.key in met:
            message = f"Two columns ask “{name.words}”: this one is left out."
            findings.add(
                "contradiction", sheet.place(sheet.heading, column), message, "Delete one, or change its heading."
            )
            del questions[column]
        met.setdefault(name.key, column)
