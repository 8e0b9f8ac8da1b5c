"""A tree as rows: one for each way, or one for each answer where the ways are too many to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fingerpost.sheets.cells import with_id, with_needed_id
from fingerpost.sheets.headings import ANSWER, LEADS_TO, OUTCOME, OUTCOME_ID, QUESTION, STEPS_SHEET, WAYS_SHEET
from fingerpost.tree.model import Answer, Tree
from fingerpost.tree.ways import LIMIT, count_ways, readable_count, ways

MOST_COLUMNS: Final = 100
"""The most questions that have a column each: nobody reads a wider sheet."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet.

    Attributes:
        name: The name of the sheet: of ways, or of steps, each of which is an answer and what it leads to.
        headings: The first row.
        rows: The other rows, as long as the first.
        note: How to read it, in a sentence or two.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str


def table_of(tree: Tree) -> Table:
    """Return the rows of a tree: its ways, unless there are more than people read.

    A question that never counts has no column: the other answers lead to the outcome whatever the answers to it.
    """
    counting = tree.counting
    if counting.start in counting.outcomes:
        # Then nothing that is asked counts, and there is no way to write.
        return _steps(tree, "One row for each answer, because no answer changes the outcome.")
    total = sum(count_ways(counting).values())
    if total <= LIMIT and len(counting.questions) <= MOST_COLUMNS:
        return _ways(counting)
    columns = f"{len(counting.questions):,} columns"
    rows = f"{readable_count(total)} rows"
    return _steps(
        counting,
        "One row for each answer, and the question or the outcome that it leads to. "
        f"With a row for each way, the sheet would have {rows} and {columns}.",
    )


def _ways(tree: Tree) -> Table:
    questions = [tree.questions[question] for question in tree.graph.order]
    labels = {(question.id, answer.id): answer_cell(answer) for question in questions for answer in question.answers}
    return Table(
        WAYS_SHEET,
        (*(with_id(question.ask.plain, question.id) for question in questions), OUTCOME, OUTCOME_ID),
        tuple(
            (
                *(labels.get((question.id, way.answers.get(question.id, "")), "") for question in questions),
                tree.outcomes[way.outcome].title.plain,
                way.outcome,
            )
            for way in ways(tree)
        ),
        "One row for each way through the questions. An empty cell: on this way, the question is not asked.",
    )


def _steps(tree: Tree, note: str) -> Table:
    return Table(STEPS_SHEET, (QUESTION, ANSWER, LEADS_TO), tuple(_answers(tree)), note)


def _answers(tree: Tree) -> Iterator[tuple[str, str, str]]:
    named = {question.id: with_id(question.ask.plain, question.id) for question in tree.questions.values()}
    named |= {outcome.id: with_id(outcome.title.plain, outcome.id) for outcome in tree.outcomes.values()}
    first = [tree.start] if tree.start in tree.questions else []
    for question in dict.fromkeys([*first, *tree.graph.order]):
        for answer in tree.questions[question].answers:
            yield named[question], answer_cell(answer), named[answer.go]


def answer_cell(answer: Answer) -> str:
    """Return an answer's words, with its id where they don't give it."""
    return with_needed_id(answer.label.plain, answer.id)
