"""Reads a sheet of steps: each row is a question, an answer to it, and what that leads to."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.spelling import closest
from fingerpost.importing.findings import Findings
from fingerpost.importing.sheet.grid import Row, Sheet
from fingerpost.importing.sheet.parts import Choice, Named, Parts, named_in
from fingerpost.importing.sheet.rows import MOST_ANSWERS
from fingerpost.sheets.cells import has_id
from fingerpost.sheets.headings import ABOUT, ANSWER, LEADS_TO, QUESTION, folded

_COLUMNS: Final = (QUESTION, ANSWER, LEADS_TO)


def has_steps(sheet: Sheet) -> bool:
    """Return whether a sheet has the columns of steps."""
    return {folded(heading) for heading in _COLUMNS} <= set(map(folded, sheet.heading.cells))


def parts_of_steps(sheet: Sheet, findings: Findings) -> Parts | None:
    """Return the parts of the tree: the first row asks first. None after a finding if there are none."""
    headings = [folded(heading) for heading in sheet.heading.cells]
    columns = tuple(headings.index(folded(heading)) for heading in _COLUMNS)
    for column, heading in enumerate(sheet.heading.cells):
        if column not in columns and heading not in ABOUT and (heading or any(row.cell(column) for row in sheet.rows)):
            message = f"The column “{heading}” is not read: it is left out."
            findings.add("unknown-column", sheet.place(sheet.heading, column), message, "Delete it, or keep it here.")
    steps = list(_steps(sheet, columns, findings))
    if not steps:
        place = sheet.place(sheet.heading)
        findings.add(
            "unreadable", place, "No row has a question, an answer and what it leads to.", "Complete the rows."
        )
        return None
    return _parts(sheet, columns, steps, findings)


def _steps(sheet: Sheet, columns: tuple[int, ...], findings: Findings) -> list[tuple[Row, tuple[Named, ...]]]:
    """Return the rows with the three names in each."""
    cells = [(row, tuple(row.cell(column) for column in columns)) for row in sheet.rows]
    whole = [(row, found) for row, found in cells if all(found)]
    # Words of other people may end with square brackets, too.
    has_ids = all(has_id(question) and has_id(target) for _, (question, _, target) in whole)
    for row, found in cells:
        if not all(found) and any(found):
            empty = found.index("")
            message = f"The row has nothing in the column “{_COLUMNS[empty]}”, so it is left out."
            findings.add("bad-row", sheet.place(row, columns[empty]), message, "Write it into this cell.")
    return [(row, tuple(named_in(cell, has_ids=has_ids) for cell in found)) for row, found in whole]


def _parts(
    sheet: Sheet, columns: tuple[int, ...], steps: list[tuple[Row, tuple[Named, ...]]], findings: Findings
) -> Parts | None:
    parts = Parts(steps[0][1][0].key)
    first_rows: dict[str, Row] = {}
    known: dict[tuple[str, str], str] = {}
    for row, (question, answer, target) in steps:
        key, leads_to = question.key, target.key
        before = known.get((key, answer.key))
        if before == leads_to:
            message = "The same step is in a row above."
            findings.add("left-out", sheet.place(row), message, "Delete one of the two rows.")
        elif before is not None:
            message = f"“{question.words}” {answer.words} leads elsewhere in a row above."
            findings.add("contradiction", sheet.place(row, columns[2]), message, "Correct one of the two rows.")
        else:
            known[key, answer.key] = leads_to
            first_rows.setdefault(key, row)
            parts.questions.setdefault(key, question)
            parts.choices.setdefault(key, []).append(Choice(answer, leads_to))
            if len(parts.choices[key]) > MOST_ANSWERS:
                message = f"“{question.words}” has more than {MOST_ANSWERS} answers."
                findings.add("no-equivalent", sheet.place(row), message, "Check that this is the right file.")
                return None
    for row, (_, _, target) in steps:
        if (key := target.key) not in parts.questions and key not in parts.outcomes:
            parts.outcomes[key] = target
            meant = closest(key, parts.questions) if target.words.endswith("?") else None
            if meant is not None:
                message = f"No row asks “{target.words}”, so it becomes an outcome."
                hint = f"Did you mean “{parts.questions[meant].words}”?"
                findings.add("guessed", sheet.place(row, columns[2]), message, hint)
    _leave_out_unreached(sheet, parts, first_rows, findings)
    return parts


def _leave_out_unreached(sheet: Sheet, parts: Parts, first_rows: dict[str, Row], findings: Findings) -> None:
    reached = {parts.start: None}
    for key in (waiting := [parts.start]):
        new = [choice.target for choice in parts.choices.get(key, ()) if choice.target not in reached]
        reached |= dict.fromkeys(new)
        waiting += dict.fromkeys(new)
    for key in [key for key in parts.questions if key not in reached]:
        message = f"No answer leads to “{parts.questions[key].words}”, so its rows are left out."
        hint = "Let an answer lead to it, or delete the rows. The first row of the sheet has the first question."
        findings.add("left-out", sheet.place(first_rows[key]), message, hint)
        del parts.questions[key], parts.choices[key]
    for key in [key for key in parts.outcomes if key not in reached]:
        del parts.outcomes[key]
