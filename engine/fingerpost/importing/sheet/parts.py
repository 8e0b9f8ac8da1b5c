"""Questions and outcomes as a sheet has them, before they get ids."""

from __future__ import annotations

from dataclasses import dataclass, field

from fingerpost.sheets.cells import named
from fingerpost.sheets.headings import folded


@dataclass(frozen=True, slots=True)
class Named:
    """Words with the id that the sheet gives them.

    Attributes:
        words: The words.
        id: The id; empty if the sheet has none.
    """

    words: str
    id: str = ""

    @property
    def key(self) -> str:
        """The id, or else the words without case and further spaces: equal for names of the same part."""
        return self.id or folded(self.words)


def named_in(cell: str, *, has_ids: bool) -> Named:
    """Return the words of a cell, with their id in a sheet that has ids."""
    return Named(*named(cell)) if has_ids else Named(cell)


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer.

    Attributes:
        name: Its words.
        target: The key of the question or the outcome that it leads to.
    """

    name: Named
    target: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a tree, by keys that mean nothing.

    Attributes:
        start: The key of the first question.
        questions: The words of each question.
        choices: The answers to each question.
        outcomes: The words of each outcome.
    """

    start: str
    questions: dict[str, Named] = field(default_factory=dict[str, Named])
    choices: dict[str, list[Choice]] = field(default_factory=dict[str, list[Choice]])
    outcomes: dict[str, Named] = field(default_factory=dict[str, Named])
