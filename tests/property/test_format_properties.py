"""Whatever the table of the format has, everything that follows from the table treats alike."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from fingerpost.compare import compare_trees
from fingerpost.compare.differences import NOT_COMPARED, PARTS
from fingerpost.reference.schema import schema
from fingerpost.tree.compiled import from_json
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.format import RENAMED, TREE
from fingerpost.tree.shape import Entries, Field, Items, Kind, Record, records_in
from made_up_files import (
    FIELDS,
    File,
    FileMaker,
    files,
    reading_of,
    records_of,
    tree_of_file,
    whole_files,
    with_a_change,
)

VALIDATOR = Draft202012Validator(schema())
COMPARED = [
    (record, field)
    for record, field in FIELDS
    if record is not RENAMED and (record is not TREE or field.name not in NOT_COMPARED)
]
REQUIRED = [(record, field) for record, field in FIELDS if field.required]


def name(value: object) -> str:
    """Return the name of a parameter in the list of tests."""
    return value.noun if isinstance(value, Record) else str(getattr(value, "name", ""))


@cache
def smallest() -> tuple[FileMaker, File]:
    """Return the smallest file that has every field of the format."""
    return find(whole_files(), lambda _: True)


@settings(max_examples=25)
@given(files())
def test_a_tree_is_read_back_as_it_was_compiled(file: File) -> None:
    tree = tree_of_file(file)

    assert from_json(json.loads(json.dumps(to_json(tree)))) == tree


@settings(max_examples=25)
@given(files())
def test_a_tree_does_not_differ_from_itself(file: File) -> None:
    assert compare_trees(tree_of_file(file), tree_of_file(file)).is_empty


@pytest.mark.parametrize(("record", "field"), COMPARED, ids=name)
def test_a_change_of_any_field_is_reported(record: Record, field: Field) -> None:
    maker, file = smallest()

    check_report(file, with_a_change(maker, file, record, field), record, field)


@settings(max_examples=25)
@given(whole_files(), st.sampled_from(COMPARED))
def test_a_change_in_any_file_is_reported(made: tuple[FileMaker, File], changed: tuple[Record, Field]) -> None:
    check_report(made[1], with_a_change(*made, *changed), *changed)


def check_report(before: File, after: File, record: Record, field: Field) -> None:
    """Fail where the comparison does not report exactly the change of one field."""
    parts = compare_trees(tree_of_file(before), tree_of_file(after)).parts

    if isinstance(field.kind, Entries) and field.kind.value in PARTS:
        assert parts.reworded or parts.rerouted
    elif field.kind in (Kind.ROUTE, Kind.QUESTION):
        assert parts.rerouted
        assert not parts.reworded
    elif record is TREE or record in PARTS:
        assert [(item.kind, item.field) for item in parts.reworded] == [(record.noun, field.name)]
    else:
        # A part that is shown as one text of the part that has it.
        assert [item.kind for item in parts.reworded] == [owner(record).noun]


def owner(record: Record) -> Record:
    """Return the record that the comparison shows a record's texts in."""
    return next(
        each
        for each in (*PARTS, TREE)
        for field in each.fields
        if field.kind not in PARTS and record in records_within(field.kind)
    )


def records_within(kind: Kind | Record | Entries | Items) -> list[Record]:
    """Return the records that a value holds."""
    inside = kind.value if isinstance(kind, Entries) else kind
    return records_in(inside) if isinstance(inside, Record) else []


@settings(max_examples=25)
@given(files())
def test_what_the_reader_takes_the_schema_takes(file: File) -> None:
    assert reading_of(file).findings == ()
    assert [error.message for error in VALIDATOR.iter_errors(file)] == []


@pytest.mark.parametrize(("record", "field"), FIELDS, ids=name)
def test_a_value_of_the_wrong_kind_is_refused_by_the_reader_and_the_schema(record: Record, field: Field) -> None:
    file = deepcopy(smallest()[1])
    part = next(part for shape, part in records_of(file) if shape is record)
    part[field.name] = 7

    assert reading_of(file).findings
    assert not VALIDATOR.is_valid(file)


@pytest.mark.parametrize(("record", "field"), REQUIRED, ids=name)
def test_a_required_field_is_missed_by_the_reader_and_the_schema(record: Record, field: Field) -> None:
    file = deepcopy(smallest()[1])
    part = next(part for shape, part in records_of(file) if shape is record)
    del part[field.name]

    assert [finding.code for finding in reading_of(file).findings if finding.code == "missing-field"]
    assert not VALIDATOR.is_valid(file)


@pytest.mark.parametrize("record", dict.fromkeys(record for record, _ in FIELDS), ids=name)
def test_an_unknown_field_is_refused_by_the_reader_and_the_schema(record: Record) -> None:
    file = deepcopy(smallest()[1])
    part = next(part for shape, part in records_of(file) if shape is record)
    part["colour-of-the-wall"] = "green"

    assert [finding.code for finding in reading_of(file).findings] == ["unknown-field"]
    assert not VALIDATOR.is_valid(file)
