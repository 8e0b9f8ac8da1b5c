"""The headings of the sheets that are exported, and other words that people use for the same."""

from __future__ import annotations

from typing import Final

OUTCOME: Final = "Outcome"
OUTCOME_ID: Final = "Outcome id"
QUESTION: Final = "Question"
ANSWER: Final = "Answer"
LEADS_TO: Final = "Leads to"

TREE: Final = "Tree"
EDITION: Final = "Edition"
VERDICT: Final = "Line above a result"
NOUN: Final = "Word for the outcomes"
SOURCE: Final = "Source"
SOURCE_URL: Final = "Address of the source"
LICENCE: Final = "Licence"
PAGE: Final = "Page"
NOTE: Final = "Note"

ABOUT: Final = (TREE, EDITION, VERDICT, NOUN, SOURCE, SOURCE_URL, LICENCE, PAGE, NOTE)
"""The headings of what a sheet says about the whole tree, each in the first row."""

WAYS_SHEET: Final = "Ways"
STEPS_SHEET: Final = "Steps"
QUESTIONS_SHEET: Final = "Questions"
ANSWERS_SHEET: Final = "Answers"
OUTCOMES_SHEET: Final = "Outcomes"
ABOUT_SHEET: Final = "About"

OTHER_OUTCOMES: Final = frozenset(
    ("outcome", "result", "decision", "recommendation", "advice", "then", "conclusion", "output")
)
"""Headings of the column of outcomes, in lower case, in sheets of other people."""


def folded(text: str) -> str:
    """Return a text in the form in which headings and labels are compared: without case or further spaces."""
    return " ".join(text.split()).casefold()
