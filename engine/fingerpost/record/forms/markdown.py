"""The record as an architecture decision record, in the Markdown format MADR 4 (Markdown Any Decision Records)."""

from __future__ import annotations

from fingerpost.record.document import document
from fingerpost.record.form import Form
from fingerpost.record.items import Json
from fingerpost.record.markdown import markdown


def write(record: Json) -> str:
    """Return a record as Markdown text."""
    return markdown(document(record))


FORM = Form(order=100, name="md", title="Markdown", extension="md", media_type="text/markdown", write=write)
