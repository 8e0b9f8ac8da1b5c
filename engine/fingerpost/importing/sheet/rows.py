"""Reads the rows of a sheet of ways: their answers, and the outcome of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from fingerpost.importing.findings import Findings
from fingerpost.importing.sheet.columns import Columns
from fingerpost.importing.sheet.grid import Row, Sheet
from fingerpost.importing.sheet.parts import Named, named_in
from fingerpost.sheets.headings import folded

ANY: Final = -1
"""In place of an answer: the row holds whatever the answer."""

MOST_ANSWERS: Final = 200
"""The most answers of a question."""

_ANY_WORDS: Final = frozenset(("-", "\u2013", "\u2014", "*", "any", "all", "n/a", "not asked"))
"""What people write for that, besides leaving the cell empty."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The rows of a sheet as numbers.

    Attributes:
        questions: The words of each question, in the order of the columns.
        columns: The column of each question.
        answers: The words of each answer to each question, in the order met.
        outcomes: The words of each outcome, in the order met.
        rows: Each row with an outcome.
        taken: For each of these rows, the number of the answer to each question, or `ANY`.
        leads_to: For each of these rows, the number of its outcome.
    """

    questions: tuple[Named, ...]
    columns: tuple[int, ...]
    answers: tuple[list[Named], ...]
    outcomes: list[Named] = field(default_factory=list[Named])
    rows: list[Row] = field(default_factory=list[Row])
    taken: list[tuple[int, ...]] = field(default_factory=list[tuple[int, ...]])
    leads_to: list[int] = field(default_factory=list[int])


def ways_of(sheet: Sheet, columns: Columns, findings: Findings) -> Ways | None:
    """Return the rows of a sheet, or None after a finding if they make no questions.

    A row that can't be read is left out, with a finding.
    """
    ways = Ways(tuple(columns.questions.values()), tuple(columns.questions), tuple([] for _ in columns.questions))
    numbers: list[dict[str, int]] = [{} for _ in columns.questions]
    outcomes: dict[str, int] = {}
    width = len(sheet.heading.cells)
    for row in sheet.rows:
        if any(row.cells[width:]):
            message = f"The row has more cells than the heading, which has {width}."
            hint = "Put a text with a separator in quotation marks, or complete the heading."
            findings.add("bad-row", sheet.place(row, width), message, hint)
            continue
        title, title_id = row.cell(columns.outcome), row.cell(columns.outcome_id)
        if not title and not title_id:
            if any(row.cell(column) for column in columns.questions):
                message = "The row has no outcome, so it is left out."
                findings.add("bad-row", sheet.place(row, columns.outcome), message, "Write the outcome into this cell.")
            continue
        name = Named(title or title_id, title_id)
        outcome = outcomes.setdefault(name.key, len(outcomes))
        if outcome == len(ways.outcomes):
            ways.outcomes.append(name)
        elif title and folded(ways.outcomes[outcome].words) != folded(title):
            message = f"The outcome “{title_id}” has another title in a row above: “{ways.outcomes[outcome].words}”."
            findings.add("contradiction", sheet.place(row, columns.outcome), message, "Give it one title.")
        ways.rows.append(row)
        ways.leads_to.append(outcome)
        taken = [
            _number(row.cell(column), numbers[index], ways.answers[index], has_ids=columns.has_ids)
            for index, column in enumerate(columns.questions)
        ]
        ways.taken.append(tuple(taken))
    for column, name, answers in zip(ways.columns, ways.questions, ways.answers, strict=True):
        if len(answers) > MOST_ANSWERS:
            message = (
                f"“{name.words}” has {len(answers):,} different answers, so it is no question with a fixed choice."
            )
            hint = "Delete the column, or move it behind the column of the outcome."
            findings.add("no-equivalent", sheet.place(sheet.heading, column), message, hint)
            return None
    if not ways.rows:
        message = "No row has an outcome."
        findings.add("unreadable", sheet.place(sheet.heading, columns.outcome), message, "Write one into each row.")
        return None
    return ways


def _number(cell: str, numbers: dict[str, int], answers: list[Named], *, has_ids: bool) -> int:
    """Return the number of the answer in a cell, which is a new one if the cell is."""
    if not cell or (not has_ids and folded(cell) in _ANY_WORDS):
        return ANY
    name = named_in(cell, has_ids=has_ids)
    number = numbers.setdefault(name.key, len(answers))
    if number == len(answers):
        answers.append(name)
    return number
