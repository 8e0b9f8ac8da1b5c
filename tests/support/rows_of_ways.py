"""Looks outcomes up in the rows of an exported sheet, as a person would, without any part of the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

type Rows = Sequence[Sequence[str]]
type Labels = Mapping[str, Mapping[str, str]]
"""The words of each answer by its id, by the id of its question."""


def id_behind(cell: str) -> str:
    """Return the id in the square brackets at the end of a cell."""
    return cell[cell.rindex("[") + 1 : -1]


def outcome_in(rows: Rows, labels: Labels, answers: Mapping[str, str]) -> str:
    """Return the id of the outcome in the only row, or at the end of the only steps, that fit the answers."""
    heading, *others = rows
    if list(heading[:3]) == ["Question", "Answer", "Leads to"]:
        return _by_steps(others, labels, answers)
    width = heading.index("Outcome")
    columns = [id_behind(cell) for cell in heading[:width]]
    (fitting,) = [
        row
        for row in others
        if all(cell in ("", *_words(labels, question, answers)) for question, cell in zip(columns, row, strict=False))
    ]
    return fitting[heading.index("Outcome id")]


def _words(labels: Labels, question: str, answers: Mapping[str, str]) -> tuple[str, str]:
    """Return the forms in which a cell may have an answer."""
    label = labels[question][answers[question]]
    return label, f"{label} [{answers[question]}]"


def _by_steps(rows: Rows, labels: Labels, answers: Mapping[str, str]) -> str:
    targets: dict[str, dict[str, str]] = {}
    for row in rows:
        targets.setdefault(id_behind(row[0]), {})[row[1]] = id_behind(row[2])
    node = id_behind(rows[0][0])
    while node in targets:
        (node,) = {targets[node][words] for words in _words(labels, node, answers) if words in targets[node]}
    return node
