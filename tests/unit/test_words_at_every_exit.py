"""A reader's words are text at every exit: what a form is made of is the same for any words.

Each exit is read by a program that reads its kind, and compared with what harmless words give. A form that is added has
to be added to the table here.
"""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

import pytest
from lxml import html as lxml_html  # pyright: ignore[reportMissingTypeStubs, reportAttributeAccessIssue]
from markdown_it import MarkdownIt

from fingerpost.plan.forms import FORMS as PLAN_FORMS
from fingerpost.plan.model import Evidence
from fingerpost.record.forms import FORMS as RECORD_FORMS
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.text.visible import HIDDEN
from hostile_texts import HOSTILE
from plans import MEALS, SOUP, need, plan_of, whole_of
from states import record_of

type Skeleton = list[object]

HARMLESS = "words"
TRIED = [text for text in HOSTILE if "\n" not in text] + ["</textarea><img src=x>", "\x1b[2J\u2066a\u202e", "<!-- --!>"]


def of_html(text: str) -> Skeleton:
    """Return the elements of a page with the names of their attributes, but for the lines of words in pictures."""
    parts = lxml_html.document_fromstring(text).iter()
    return [(part.tag, sorted(part.attrib)) for part in parts if part.tag not in ("text", "tspan")]


def of_xml(text: str) -> Skeleton:
    """Return the elements of a picture, but for the lines that its words are divided into."""
    return [part.tag for part in ET.fromstring(text).iter() if not part.tag.endswith(("text", "tspan"))]  # noqa: S314 - our own


def of_markdown(text: str) -> Skeleton:
    """Return the elements of the page that Markdown makes, with the lines of its front matter."""
    _, front, body = text.split("---\n", 2)
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    return [front.count("\n"), *of_html(made)]


def of_json(text: str) -> Skeleton:
    """Return the keys and the kinds of the values of JSON."""

    def kinds(value: object) -> object:
        if isinstance(value, dict):
            return {key: kinds(part) for key, part in value.items()}
        return [kinds(part) for part in value] if isinstance(value, list) else type(value)

    return [kinds(json.loads(text))]


def of_csv(text: str) -> Skeleton:
    """Return the number of cells in each row."""
    return [len(row) for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]


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
