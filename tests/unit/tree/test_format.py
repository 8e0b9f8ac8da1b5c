"""The table of the format and the classes of the model have the same fields."""

from __future__ import annotations

import dataclasses

import pytest

from fingerpost.findings.codes import BY_NAME
from fingerpost.tree import model, purpose
from fingerpost.tree.format import TREE
from fingerpost.tree.shape import Entries, Record, records_in

RECORDS = records_in(TREE)
ENTRIES = {
    field.kind.value.model
    for record in RECORDS
    for field in record.fields
    if isinstance(field.kind, Entries) and isinstance(field.kind.value, Record)
}
"""The classes of parts that stand under an id of their own."""


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.noun)
def test_a_record_has_the_fields_of_its_model_class(record: Record) -> None:
    in_table = {field.name: field.required for field in record.fields if field.in_model}
    in_table |= {field.switch: False for field in record.fields if field.switch is not None}
    if record.model in ENTRIES:
        in_table["id"] = True

    fields = dataclasses.fields(record.model)

    missing = dataclasses.MISSING
    assert in_table == {field.name: field.default is missing and field.default_factory is missing for field in fields}


def test_every_class_of_the_model_is_a_record() -> None:
    classes = {
        value
        for module in (model, purpose)
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__
    }

    assert classes == {record.model for record in RECORDS}


def test_a_record_is_named_once() -> None:
    nouns = [record.noun for record in RECORDS]

    assert len(set(nouns)) == len(nouns)


def test_every_smallest_number_of_entries_has_a_code() -> None:
    fields = {
        field.name
        for record in RECORDS
        for field in record.fields
        if isinstance(field.kind, Entries) and field.kind.least
    }

    assert fields == {"questions", "answers", "outcomes", "when"}
    assert {f"too-few-{field}" for field in fields} <= BY_NAME.keys()
