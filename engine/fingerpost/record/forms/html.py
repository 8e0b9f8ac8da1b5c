"""The record as HTML, to print or to paste into a wiki."""

from __future__ import annotations

from fingerpost.record.document import document
from fingerpost.record.form import Form
from fingerpost.record.html import html
from fingerpost.record.items import Json


def write(record: Json) -> str:
    """Return a record as HTML."""
    return html(document(record))


FORM = Form(
    order=200, name="html", title="HTML", extension="html", media_type="text/html", write=write, downloadable=False
)
