"""Decides cases: what the answers in a row lead to, or why they can't be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from fingerpost.answers.ask_first import ask_first
from fingerpost.answers.state import State
from fingerpost.cases.columns import Column, Heading
from fingerpost.findings.spelling import closest
from fingerpost.sheets.cells import meant
from fingerpost.sheets.headings import folded
from fingerpost.tree.model import Tree

MOST_REMEMBERED: Final = 10_000
"""The number of decisions that are remembered for rows with equal answers."""

_LONGEST_REMEMBERED: Final = 1_000
"""The most characters of a row's answers that are remembered."""

_MOST_SHOWN: Final = 60
_MOST_NAMED: Final = 10


@dataclass(frozen=True, slots=True)
class Decision:
    """What a row leads to.

    Attributes:
        answers: Question id to answer id or `unsure`.
        outcome: The id of the outcome, even if questions are open that can't change it; None if several are possible.
        possible: The ids of the outcomes that are still possible, in the tree's order, if several are.
        open: The questions to ask next, the one that narrows the result most first; none after a decision.
        set_aside: The questions with an answer that does not count, because the other answers do not lead to them.
        problems: The reasons why the row can't be read, in sentences; then nothing is decided.
    """

    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    outcome: str | None = None
    possible: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class Decider:
    """Decides the rows of one sheet. It remembers a limited number of decisions."""

    def __init__(self, tree: Tree, heading: Heading) -> None:
        """Prepare for a tree that passed its checks, and a heading without problems."""
        self._tree = tree
        self._heading = heading
        self._positions = [column.position for column in heading.columns]
        self._remembered = lru_cache(MOST_REMEMBERED)(self._decided)

    def decide(self, row: Sequence[str]) -> Decision:
        """Return what a row leads to; it may be shorter than the heading."""
        width = len(self._heading.names)
        if len(row) > width and any(row[width:]):
            return Decision(problems=(f"The row has {len(row)} cells, and the heading {width}.",))
        cells = tuple([row[position] if position < len(row) else "" for position in self._positions])
        short = sum(map(len, cells)) <= _LONGEST_REMEMBERED
        return self._remembered(cells) if short else self._decided(cells)

    def _decided(self, cells: tuple[str, ...]) -> Decision:
        answers: dict[str, str] = {}
        problems: list[str] = []
        for column, cell in zip(self._heading.columns, cells, strict=True):
            if not cell.strip():
                continue
            answer = column.known.get(folded(meant(cell)))
            if answer is None:
                problems.append(_problem(column, cell))
            else:
                answers[column.question.id] = answer
        if problems:
            return Decision(answers, problems=tuple(problems))
        # A state of its own for each row: states that come from one another keep each other's positions.
        state = State(self._tree, answers)
        position = state.position
        if position.decided is not None:
            return Decision(answers, position.decided, set_aside=position.set_aside)
        return Decision(answers, None, position.possible, ask_first(state), position.set_aside)


def _problem(column: Column, cell: str) -> str:
    key = folded(meant(cell))
    shown = cell.strip() if len(cell) <= _MOST_SHOWN else f"{cell[:_MOST_SHOWN]}…"
    if key in column.known:
        return f"{column.heading}: two answers have the words “{shown}”. Use the id of the one that is meant."
    labels = {answer.id: answer.label.plain for answer in column.question.answers}
    if (close := closest(key, column.known)) is not None:
        # An id was meant if an id is what is similar.
        meant_one = close if close in labels else labels.get(column.known[close] or "", close)
        return f"{column.heading}: “{shown}” is no answer. Did you mean “{meant_one}”?"
    named = ", ".join(f"“{label}”" for label in list(labels.values())[:_MOST_NAMED])
    more = "" if len(labels) <= _MOST_NAMED else f" and {len(labels) - _MOST_NAMED} more"
    return f"{column.heading}: “{shown}” is no answer. The answers are {named}{more}."
