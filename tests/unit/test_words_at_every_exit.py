"""A reader's words are text at every exit: what a form is made of is the same for any words.

Each exit is read by a program that reads its kind, and compared with what harmless words give. A form that is added has
to be added to the table here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from fingerpost.plan.forms import FORMS as PLAN_FORMS
from fingerpost.plan.model import Evidence
from fingerpost.record.forms import FORMS as RECORD_FORMS
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.text.visible import HIDDEN
from hostile_texts import HOSTILE
from plans import MEALS, SOUP, need, plan_of, whole_of
from skeletons import Skeleton, of_csv, of_html, of_json, of_markdown, of_xml
from states import record_of

HARMLESS = "words"
TRIED = [text for text in HOSTILE if "\n" not in text] + ["</textarea><img src=x>", "\x1b[2J\u2066a\u202e", "<!-- --!>"]

RECORD: Mapping[str, Callable[[str], Skeleton]] = {
    "markdown": of_markdown,
    "json": of_json,
    "html": of_html,
    "fhir": of_json,
    "nhs": of_html,
    "nhs_docx": of_json,
    "checklist": of_html,
    "docx": of_json,
}
PLAN: Mapping[str, Callable[[str], Skeleton]] = {
    "markdown": of_markdown,
    "json": of_json,
    "html": of_html,
    "csv": of_csv,
    "svg": of_xml,
}
"""For each form, the program that reads it."""

FOR_PROGRAMS = ("json", "csv")
"""The forms that hold words as they are."""


def record(form: str, words: str) -> str:
    notes = Notes(words, {"clean": Confirmation(False, words)}, {"hungry": Evidence(words, words)})
    answers = {"hungry": "yes", "cook": "yes"}
    return RECORD_FORMS[form].write(record_of(MEALS, answers, notes, address="https://example.org/", date="2026-05-01"))


def plan(form: str, words: str) -> str:
    confirmations, evidence = {"clean": Confirmation(False, words)}, {"hungry": Evidence(words, words)}
    texts = {"information": words, "source": words, "target": words}
    one = need("a", words, SOUP, confirmations=confirmations, evidence=evidence, **texts)
    return PLAN_FORMS[form].write(
        whole_of(plan_of(one, title=words), date="2026-05-01", address="https://example.org/")
    )


def test_every_form_is_in_the_table() -> None:
    assert set(RECORD) == set(RECORD_FORMS)
    assert set(PLAN) == set(PLAN_FORMS)


@pytest.mark.parametrize("form", RECORD)
def test_a_record_has_the_same_parts_whatever_the_words(form: str) -> None:
    expected = RECORD[form](record(form, HARMLESS))
    for words in TRIED:
        text = record(form, words)

        assert RECORD[form](text) == expected, words
        assert form in FOR_PROGRAMS or HIDDEN.search(text) is None, words


@pytest.mark.parametrize("form", PLAN)
def test_a_plan_has_the_same_parts_whatever_the_words(form: str) -> None:
    expected = PLAN[form](plan(form, HARMLESS))
    for words in TRIED:
        text = plan(form, words)

        assert PLAN[form](text) == expected, words
        assert form in FOR_PROGRAMS or HIDDEN.search(text) is None, words
