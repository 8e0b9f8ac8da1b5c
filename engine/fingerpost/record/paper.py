"""The record as the page prints it: short, since the link on it leads to the rest."""

from __future__ import annotations

from fingerpost.record.document import document
from fingerpost.record.form import Form
from fingerpost.record.html import html
from fingerpost.record.items import Json


def write(record: Json) -> str:
    """Return a record as HTML, without the ways to other options, and with notes only where they are needed.

    Each quality keeps its values, and each option that is ruled out the answer that does it; the reason for an answer
    stands above, with the answer.
    """
    outcome = record["outcome"]
    if outcome and "qualities" in outcome:
        qualities = [_without(part, "text", "more") if part["values"] else part for part in outcome["qualities"]]
        outcome = outcome | {"qualities": qualities}
    ruled_out = [part | {"by": _without(part["by"], "because")} for part in record["ruled_out"]]
    return html(document(record | {"outcome": outcome, "ruled_out": ruled_out, "changes": []}))


def _without(part: Json, *names: str) -> Json:
    return {name: content for name, content in part.items() if name not in names}


PAPER = Form(
    order=250, name="paper", title="Paper", extension="html", media_type="text/html", write=write, downloadable=False
)
"""Only the page asks for it: who wants HTML on the command line gets the whole record."""
