"""Questions and outcomes as a sheet has them, before they get ids."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Named:
    """Words with the id that the sheet gives them.

    Attributes:
        words: The words.
        id: The id; empty if the sheet has none.
    """

    words: str
    id: str = ""


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
