"""The texts that a workbook has besides the words of the ways: one sheet for each kind of part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fingerpost.sheets.headings import ANSWER, ANSWERS_SHEET, OUTCOME, OUTCOMES_SHEET, QUESTION, QUESTIONS_SHEET

QUESTION_ID: Final = "Question id"
ID: Final = "Id"
NOT_ALLOWED: Final = "Not allowed"
"""In the column of whom to ask when not sure: the author forbids "not sure"."""

UNSURE_FIELD: Final = "unsure"
BLOCKS: Final = ("help", "more")
"""The fields of several paragraphs."""


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A sheet of texts.

    Attributes:
        name: The name of the sheet.
        ids: The headings of the columns that say whose texts a row has.
        words: The heading of the words that the sheet of ways has, too.
        texts: The field of each further text, by the heading of its column.
    """

    name: str
    ids: tuple[str, ...]
    words: str
    texts: dict[str, str]

    @property
    def headings(self) -> tuple[str, ...]:
        """The first row."""
        return (*self.ids, self.words, *self.texts)


QUESTION_TEXTS: Final = TextSheet(
    QUESTIONS_SHEET,
    (ID,),
    QUESTION,
    {"Short name": "short", "Reason": "reason", "Help": "help", "More help": "more", "If not sure": UNSURE_FIELD},
)
ANSWER_TEXTS: Final = TextSheet(
    ANSWERS_SHEET, (QUESTION_ID, ID), ANSWER, {"Note": "note", "Why it leads there": "because"}
)
OUTCOME_TEXTS: Final = TextSheet(OUTCOMES_SHEET, (ID,), OUTCOME, {"Summary": "summary", "Page": "page"})

TEXT_SHEETS: Final = (QUESTION_TEXTS, ANSWER_TEXTS, OUTCOME_TEXTS)
