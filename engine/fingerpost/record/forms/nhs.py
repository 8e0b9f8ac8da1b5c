"""The record as a decision record of NHS England's software engineering quality framework, in Markdown."""

from __future__ import annotations

from fingerpost.record.form import Form
from fingerpost.record.items import Json
from fingerpost.record.markdown import markdown
from fingerpost.record.nhs import nhs_document


def write(record: Json) -> str:
    """Return a record as Markdown text."""
    return markdown(nhs_document(record))


FORM = Form(
    order=400,
    name="nhs",
    title="NHS England decision record",
    extension="nhs.md",
    media_type="text/markdown",
    write=write,
    folded=True,
    further=True,
)
