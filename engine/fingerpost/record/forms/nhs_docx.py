"""The record as a decision record of NHS England's software engineering quality framework, for Word."""

from __future__ import annotations

from fingerpost.record.form import WORD, Form
from fingerpost.record.nhs import nhs_document
from fingerpost.record.word_data import word_data

FORM = Form(
    order=410,
    name="nhs.docx",
    title="NHS England decision record for Word",
    extension="nhs.docx",
    media_type=WORD,
    write=lambda record: word_data(nhs_document(record)),
    document=nhs_document,
    folded=True,
    further=True,
)
