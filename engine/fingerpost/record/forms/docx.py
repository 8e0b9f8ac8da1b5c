"""The record for Word."""

from __future__ import annotations

from fingerpost.record.document import document
from fingerpost.record.form import WORD, Form
from fingerpost.record.word_data import word_data

FORM = Form(
    order=150,
    name="docx",
    title="Word",
    extension="docx",
    media_type=WORD,
    write=lambda record: word_data(document(record)),
    document=document,
)
