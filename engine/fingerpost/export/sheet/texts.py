"""The sheets of texts of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fingerpost.export.sheet.rows import Table
from fingerpost.sheets.texts import ANSWER_TEXTS, NOT_ALLOWED, OUTCOME_TEXTS, QUESTION_TEXTS, TextSheet
from fingerpost.text.markup import Text
from fingerpost.tree.model import Answer, Outcome, Question, Tree

_NOTES: Final = {
    QUESTION_TEXTS.name: "The questions, in the author's order.",
    ANSWER_TEXTS.name: "The answers to each question.",
    OUTCOME_TEXTS.name: "What the answers can lead to.",
}


def text_tables(tree: Tree) -> list[Table]:
    """Return the sheets of texts, without questions that never count."""
    tree = tree.counting
    questions = tree.questions.values()
    return [
        _table(QUESTION_TEXTS, ((question.id, question.ask.plain, *_of_question(question)) for question in questions)),
        _table(
            ANSWER_TEXTS,
            (
                (question.id, answer.id, answer.label.plain, *_texts(ANSWER_TEXTS, answer))
                for question in questions
                for answer in question.answers
            ),
        ),
        _table(
            OUTCOME_TEXTS,
            ((outcome.id, outcome.title.plain, *_texts(OUTCOME_TEXTS, outcome)) for outcome in tree.outcomes.values()),
        ),
    ]


def _table(sheet: TextSheet, rows: Iterator[tuple[str, ...]]) -> Table:
    return Table(sheet.name, sheet.headings, tuple(rows), _NOTES[sheet.name])


def _of_question(question: Question) -> tuple[str, ...]:
    *others, unsure = _texts(QUESTION_TEXTS, question)
    return (*others, unsure if question.unsure_allowed else NOT_ALLOWED)


def _texts(sheet: TextSheet, part: Question | Answer | Outcome) -> tuple[str, ...]:
    return tuple(_plain(getattr(part, field)) for field in sheet.texts.values())


def _plain(text: Text | str | None) -> str:
    return text.plain if isinstance(text, Text) else text or ""
