"""Writes what cases lead to: as the same rows with further columns, or as JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from typing import Final, Protocol, TextIO

from fingerpost.cases.columns import Heading
from fingerpost.cases.decide import Decision
from fingerpost.cases.file import Case
from fingerpost.sheets.cells import harmless, with_id
from fingerpost.sheets.dialect import Dialect
from fingerpost.sheets.headings import OUTCOME, OUTCOME_ID, folded
from fingerpost.tree.model import Tree


class Results(Protocol):
    """Writes what cases lead to."""

    def add(self, case: Case, decision: Decision) -> None:
        """Write a case."""
        ...

    def end(self) -> None:
        """Write what comes after the last case."""
        ...


_COLUMNS: Final = (OUTCOME_ID, OUTCOME, "Still possible", "Open question", "Problem")


class CsvResults:
    """Writes the same rows as CSV, with columns for what they lead to."""

    def __init__(self, tree: Tree, heading: Heading, dialect: Dialect, stream: TextIO) -> None:
        """Write the heading, in the dialect of the cases."""
        self._tree = tree
        self._stream = stream
        self._width = len(heading.names)
        if dialect.names_separator:
            stream.write(f"sep={dialect.separator}{dialect.line_end}")
        self._writer = csv.writer(stream, delimiter=dialect.separator, lineterminator=dialect.line_end)
        self._writer.writerow((*heading.names, *_new_names(heading.names)))
        self._named = {outcome.id: with_id(outcome.title.plain, outcome.id) for outcome in tree.outcomes.values()}

    def add(self, case: Case, decision: Decision) -> None:
        """Write a case. Its own cells stay as they are."""
        row, outcome = case.cells, decision.outcome
        question = self._tree.questions[decision.open[0]] if decision.open else None
        found = (
            outcome or "",
            harmless(self._tree.outcomes[outcome].title.plain) if outcome else "",
            harmless("; ".join([self._named[each] for each in decision.possible])),
            harmless(with_id(question.ask.plain, question.id)) if question else "",
            harmless(" ".join(decision.problems)),
        )
        missing = [""] * (self._width - len(row))
        self._writer.writerow((*row[: self._width], *missing, *found, *row[self._width :]))

    def end(self) -> None:
        """Write what waits, so that the summary comes after it."""
        self._stream.flush()


class JsonResults:
    """Writes a list of objects as JSON, one on each line."""

    def __init__(self, tree: Tree, heading: Heading, stream: TextIO) -> None:
        """Write the beginning."""
        self._tree = tree
        asking = {column.position for column in heading.columns}
        self._others = [(position, name) for position, name in enumerate(heading.names) if position not in asking]
        self._stream = stream
        self._before = "[\n"

    def add(self, case: Case, decision: Decision) -> None:
        """Write a case."""
        outcome = decision.outcome
        found = {
            "line": case.line,
            "answers": decision.answers,
            "outcome": outcome,
            "title": self._tree.outcomes[outcome].title.plain if outcome else None,
            "possible": decision.possible,
            "open": decision.open,
            "set_aside": decision.set_aside,
            "problems": decision.problems,
            "other": {name: case.cells[at] for at, name in self._others if at < len(case.cells)},
        }
        self._stream.write(self._before + json.dumps(found, ensure_ascii=False))
        self._before = ",\n"

    def end(self) -> None:
        """Write the end of the list."""
        self._stream.write("[]\n" if self._before == "[\n" else "\n]\n")
        self._stream.flush()


def _new_names(taken: Sequence[str]) -> list[str]:
    """Return the headings of the new columns, each with something behind it if the sheet has it already."""
    known = {folded(name) for name in taken}
    names: list[str] = []
    for name in _COLUMNS:
        new, number = name, 1
        while folded(new) in known:
            new = f"{name} (decided)" if number == 1 else f"{name} (decided {number})"
            number += 1
        names.append(new)
    return names
