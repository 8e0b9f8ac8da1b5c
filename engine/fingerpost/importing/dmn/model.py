"""A DMN file as far as a tree can hold it: decision tables over a few values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from fingerpost.findings.finding import Place
from fingerpost.importing.dmn.feel import Value

type Policy = Literal["UNIQUE", "ANY", "FIRST", "PRIORITY"]
"""The hit policies that give one result."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The result of another decision.

    Attributes:
        decision: The name of its variable.
    """

    decision: str


type Result = Value | Reference


@dataclass(frozen=True, slots=True)
class Column:
    """A question of a table.

    Attributes:
        name: The variable with its answer.
        label: The words for it.
        values: The answers that it allows.
    """

    name: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of a table.

    Attributes:
        fits: For each column the values that fit, by their bits.
        result: The result.
        place: Its start.
    """

    fits: tuple[int, ...]
    result: Result
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table.

    Attributes:
        name: The variable with its result.
        label: The words for it.
        policy: Which rule counts if several fit.
        columns: Its questions.
        rules: Its rows.
        default: The result if no rule fits.
        results: The results from the most important on, for the policy PRIORITY.
        place: Its start.
    """

    name: str
    label: str
    policy: Policy
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...]
    default: Result | None
    results: tuple[Value, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Words:
    """What our own export says of a tree where DMN has no place for it.

    Attributes:
        tree: The fields `id`, `edition`, and those of `source`.
        source: The fields of the source.
        questions: The name of a variable to the id, the short name and the answers of its question.
        outcomes: The id of each outcome to its title.
    """

    tree: Mapping[str, str] = field(default_factory=dict[str, str])
    source: Mapping[str, str] = field(default_factory=dict[str, str])
    questions: Mapping[str, QuestionWords] = field(default_factory=dict[str, "QuestionWords"])
    outcomes: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of a question.

    Attributes:
        id: Its id.
        ask: The question.
        short: Its short name; empty if it has none.
        answers: The id of each answer to its label.
    """

    id: str
    ask: str
    short: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Model:
    """A file.

    Attributes:
        name: Its name.
        start: The table with the final result.
        tables: Each table by the name of its result, those first whose results others take.
        words: What our own export says of the tree.
    """

    name: str
    start: Table
    tables: Mapping[str, Table]
    words: Words
