"""A checklist of the record against requirements of NHS England's Solution Architecture Framework, in Markdown."""

from __future__ import annotations

from fingerpost.record.checklist import checklist_document
from fingerpost.record.form import Form
from fingerpost.record.items import Json
from fingerpost.record.markdown import markdown


def write(record: Json) -> str:
    """Return the checklist of a record as Markdown text."""
    return markdown(checklist_document(record))


FORM = Form(
    order=500,
    name="checklist",
    title="Checklist DM01 to DM08",
    extension="checklist.md",
    media_type="text/markdown",
    write=write,
    folded=True,
    further=True,
)
