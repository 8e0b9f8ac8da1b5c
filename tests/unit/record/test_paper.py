"""The record on paper: shorter than its other forms."""

from __future__ import annotations

from fingerpost.answers.state import State
from fingerpost.record.build import Json, build_record
from fingerpost.record.forms import FORMS
from fingerpost.record.notes import Notes
from fingerpost.record.paper import PAPER
from fingerpost.text.markup import escape
from live_tree import live_tree

ANSWERS = {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "no"}


def record_of(answers: dict[str, str]) -> Json:
    """Return the record of some answers in the tree of the site."""
    return build_record(State(live_tree(), answers), Notes("Tell whoever wants to know."))


def headings(html: str) -> list[str]:
    """Return the headings of the sections."""
    return [part.partition("</h3>")[0] for part in html.split("<h3>")[1:]]


def test_paper_leaves_out_only_the_ways_to_other_options() -> None:
    record = record_of(ANSWERS)

    whole = headings(FORMS["html"].write(record))

    assert "Answers that would lead to other options" in whole
    assert headings(PAPER.write(record)) == [
        heading for heading in whole if heading != "Answers that would lead to other options"
    ]


def test_each_quality_is_on_paper_with_its_values_and_without_notes() -> None:
    record = record_of(ANSWERS)

    html = PAPER.write(record)

    qualities = record["outcome"]["qualities"]
    assert [part["title"] for part in qualities if f"{part['title']} (our reading):" not in html] == []
    assert [value["label"] for part in qualities for value in part["values"] if value["label"] not in html] == []
    assert [part["text"] for part in qualities if "text" in part and part["text"] in html] == []
    assert any("text" in part for part in qualities)


def test_the_reason_for_an_answer_is_on_paper_once() -> None:
    record = record_of(ANSWERS)

    html = PAPER.write(record)

    reasons = [escape(part["because"]) for part in record["answers"]]
    assert [html.count(reason) for reason in reasons] == [1] * len(ANSWERS)
    assert html.count("ruled out by the answer to:") == len(record["ruled_out"])


def test_the_record_itself_stays_whole() -> None:
    record = record_of(ANSWERS)

    PAPER.write(record)

    assert record == record_of(ANSWERS)


def test_an_open_state_has_a_record_on_paper() -> None:
    record = record_of({"proactive-request": "no"})

    assert headings(PAPER.write(record)) == [
        heading
        for heading in headings(FORMS["html"].write(record))
        if heading != "Answers that would lead to other options"
    ]
