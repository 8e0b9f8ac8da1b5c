"""Finds the questions that the columns of a sheet of cases answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fingerpost.findings.spelling import closest
from fingerpost.sheets.cells import has_id, meant, named, with_id
from fingerpost.sheets.headings import folded
from fingerpost.tree.model import UNSURE, Question, Tree

_UNSURE_WORDS: Final = (UNSURE, "not sure", "i'm not sure")


@dataclass(frozen=True, slots=True)
class Column:
    """A column with answers to a question.

    Attributes:
        position: Its number, from 0.
        heading: Its heading.
        question: The question.
        known: The id of an answer by what a cell may have for it, in the form of `folded`. None if two answers have
            the same words.
    """

    position: int
    heading: str
    question: Question
    known: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """The first row of a sheet of cases.

    Attributes:
        names: The headings.
        columns: The columns that answer a question; the others are passed on.
        doubts: The headings that look like a question but are none, each with what was probably meant.
        problems: The reasons why the sheet can't be used, in sentences.
    """

    names: tuple[str, ...]
    columns: tuple[Column, ...]
    doubts: Mapping[str, str]
    problems: tuple[str, ...]


def heading_of(tree: Tree, names: Sequence[str]) -> Heading:
    """Return the columns of a sheet: a heading has the id of a question, its words, its short name, or words and id."""
    known = _questions(tree)
    columns: list[Column] = []
    doubts: dict[str, str] = {}
    problems: list[str] = []
    met: dict[str, str] = {}
    for position, name in enumerate(names):
        key = folded(meant(name))
        question = _by_id(tree, name) or known.get(key)
        if question is None:
            if key in known:
                problems.append(f"Two questions have the words “{name}”: use the id of the one that is meant.")
            elif (close := closest(key, known)) is not None:
                doubts[name] = close
        elif question.id in met:
            problems.append(f"The columns “{met[question.id]}” and “{name}” answer the same question.")
        else:
            met[question.id] = name
            columns.append(Column(position, name, question, _answers(question)))
    if not columns and not problems:
        first = tree.questions[next(iter(tree.questions))]
        problems.append(
            f"No column answers a question. Call a column by the id or the words of its question, for example "
            f"“{first.id}” or “{first.ask.plain}”."
        )
    return Heading(tuple(names), tuple(columns), doubts, tuple(problems))


def _by_id(tree: Tree, name: str) -> Question | None:
    cell = meant(name).strip()
    return tree.questions.get(named(cell)[1]) if has_id(cell) else None


def _questions(tree: Tree) -> dict[str, Question | None]:
    """Return each question by what a heading may call it; None where it could be two."""
    questions = tree.questions.values()
    known = _once((folded(question.short.plain), question) for question in questions if question.short)
    known |= _once((folded(question.ask.plain), question) for question in questions)
    return known | {question.id: question for question in questions}


def _answers(question: Question) -> dict[str, str | None]:
    known: dict[str, str | None] = dict.fromkeys(_UNSURE_WORDS, UNSURE) if question.unsure_allowed else {}
    known |= _once((folded(answer.label.plain), answer.id) for answer in question.answers)
    known |= {answer.id: answer.id for answer in question.answers}
    return known | {folded(with_id(answer.label.plain, answer.id)): answer.id for answer in question.answers}


def _once[Value](pairs: Iterable[tuple[str, Value]]) -> dict[str, Value | None]:
    """Return a mapping of pairs, with None for what comes more than once."""
    found: dict[str, Value | None] = {}
    for key, value in pairs:
        found[key] = None if key in found else value
    return found
