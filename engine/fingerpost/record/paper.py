"""The record as the page prints it: short, since the link on it leads to the rest."""

from __future__ import annotations

from fingerpost.record.document import document
from fingerpost.record.form import Form
from fingerpost.record.html import html
from fingerpost.record.items import Json

_NOTES = {"text", "more"}


def write(record: Json) -> str:
    """Return a record as HTML, without the ways to other options and without the notes on what to expect.

    What rules the other options out is on paper, and each quality with its values.
    """
    outcome = record["outcome"]
    if outcome and "qualities" in outcome:
        outcome = outcome | {
            "qualities": [_without_notes(part) if part["values"] else part for part in outcome["qualities"]]
        }
    return html(document(record | {"outcome": outcome, "changes": []}))


def _without_notes(quality: Json) -> Json:
    return {name: part for name, part in quality.items() if name not in _NOTES}


PAPER = Form(
    order=250, name="paper", title="Paper", extension="html", media_type="text/html", write=write, downloadable=False
)
"""Only the page asks for it: who wants HTML on the command line gets the whole record."""
