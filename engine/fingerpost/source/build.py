"""Builds the model from the values that were read. A value that could not be read is empty and has a finding."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from fingerpost.source.reader import Value, Values
from fingerpost.text.markup import Text
from fingerpost.tree.format import OURS, TREE
from fingerpost.tree.model import Tree
from fingerpost.tree.shape import PROSE, Entries, Field, Items, Kind, Record


def build_tree(values: Values) -> Tree | None:
    """Return the tree, or None if there are no questions or no outcomes."""
    if not values.get("questions") or not values.get("outcomes"):
        return None
    return cast("Tree", _record(values, TREE))


def _record(values: Values, record: Record, **attributes: object) -> object:
    """Return a record as an instance of its model class.

    Args:
        values: The fields that could be read.
        record: Its shape.
        attributes: Other attributes of the model, such as the id of an entry.
    """
    ours = cast("list[str]", values.get(OURS.name, []))
    for field in record.fields:
        if not field.in_model:
            continue
        value = values.get(field.name)
        if value is False and field.switch is not None:
            attributes[field.switch] = False
        elif value is not None:
            attributes[field.name] = _value(value, field, ours)
        elif field.required:
            attributes[field.name] = _nothing(field.kind)
    return record.model(**attributes)


def _value(value: Value, field: Field, ours: list[str]) -> object:
    match value:
        case Text():
            return _marked(value, ours=field.name in ours)
        case list():
            return tuple(value)
        case dict() if isinstance(field.kind, Record):
            return _record(value, field.kind)
        case dict() if isinstance(field.kind, Entries):
            return _entries(value, field.name, field.kind, ours)
        case _:
            return value


def _entries(values: Values, name: str, shape: Entries, ours: list[str]) -> object:
    if isinstance(shape.value, Record):
        parts = {key: _record(cast("Values", part), shape.value, id=key) for key, part in values.items()}
        return tuple(parts.values()) if shape.listed else parts
    return {
        key: _marked(value, ours=name in ours or f"{name}/{key}" in ours) if isinstance(value, Text) else value
        for key, value in values.items()
    }


def _marked(text: Text, *, ours: bool) -> Text:
    return replace(text, ours=True) if ours else text


def _nothing(kind: Kind | Record | Entries | Items) -> object:
    """Return the stand-in for a required field that could not be read."""
    match kind:
        case Entries():
            return () if kind.listed else {}
        case Items():
            return ()
        case Record():
            return _record({}, kind)
        case Kind():
            return Text("", "") if kind in PROSE else ""
