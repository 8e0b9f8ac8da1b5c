"""Writes the compiled tree that `compiled` reads. Only the build needs it, so a visitor does not fetch it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from fingerpost.text.markup import Text, breakable
from fingerpost.tree.compiled import Json
from fingerpost.tree.format import TREE
from fingerpost.tree.model import FORMAT, Tree
from fingerpost.tree.shape import Entries, Field, Items, Kind, Record


def to_json(tree: Tree) -> Json:
    """Return the tree as plain data, without the fields that have their default value.

    Args:
        tree: The tree.

    Returns:
        The data, for instance for `json.dump`. Sites publish it as `tree.json`.

    Examples:
        >>> fingerpost.to_json(fingerpost.read("tree.yml"))["start"]
        'discussion'
    """
    return _record(tree, TREE)


def to_text(tree: Tree) -> str:
    """Return the tree as the text of a file."""
    return json.dumps(to_json(tree), ensure_ascii=False, separators=(",", ":")) + "\n"


def _record(part: object, record: Record) -> Json:
    values = {field: _field(part, field) for field in record.fields if not field.lists_own_texts}
    return {field.name: value for field, value in values.items() if field.required or value not in (None, {}, [])}


def _field(part: object, field: Field) -> object:
    if field.kind is Kind.FORMAT:
        return FORMAT
    if field.switch is not None and not getattr(part, field.switch):
        return False
    if field.kind is Kind.FLAG:
        return getattr(part, field.name) or None
    return _value(getattr(part, field.name), field.kind)


def _value(value: object, kind: Kind | Record | Entries | Items) -> object:
    match kind:
        case Record():
            return None if value is None else _record(value, kind)
        case Items():
            return list(cast("tuple[str, ...]", value))
        case Entries(value=Record() as record):
            parts = value if kind.listed else cast("Mapping[str, Any]", value).values()
            return {part.id: _record(part, record) for part in cast("Iterable[Any]", parts)}
        case Entries():
            return {name: _value(one, kind.value) for name, one in cast("Mapping[str, object]", value).items()}
        case Kind():
            return _text(value) if isinstance(value, Text) else value


def _text(text: Text) -> str | Json:
    content = text.plain if text.html == breakable(text.plain) else {"plain": text.plain, "html": text.html}
    return {"ours": content} if text.ours else content
