"""The compiled tree: the JSON form that a page names and the browser's engine reads.

Only this package writes it (`compiled_writer`) and reads it, following the format table. It is not checked for an
author's mistakes: the YAML reader has done that. A text without markup is a string; any other is
`{"plain": …, "html": …}`. Either is wrapped in `{"ours": …}` if the text is not the source's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.format import TREE
from fingerpost.tree.model import FORMAT, Tree
from fingerpost.tree.shape import PROSE, Entries, Items, Kind, Record

type Json = dict[str, Any]


class TreeFormatError(ValueError):
    """The JSON is not a compiled tree of this version."""


def from_json(data: Json) -> Tree:
    """Return the tree that `to_json` wrote.

    Args:
        data: The data, for instance as `json.load` returns it.

    Returns:
        The tree; nothing is checked but the form of the data.

    Raises:
        TreeFormatError: The data has another format version, or a part is missing or of the wrong kind. It is a kind
            of ValueError.

    Examples:
        >>> tree = fingerpost.read("tree.yml")
        >>> fingerpost.from_json(fingerpost.to_json(tree)) == tree
        True
    """
    try:
        if data["format"] != FORMAT:
            raise TreeFormatError(f"compiled tree has format {data['format']!r}; this engine reads {FORMAT}")
        return cast("Tree", _read_tree(data))
    except (AttributeError, KeyError, TypeError) as fault:
        raise TreeFormatError(f"not a compiled tree: {type(fault).__name__} {fault}") from fault


def _record_reader(record: Record) -> Callable[..., object]:
    """Return the function that reads one record. The format table is processed here once, not for every tree."""
    model = record.model
    fields = [
        (field.name, field.required, field.switch, _value_reader(field.kind))
        for field in record.fields
        if field.in_model
    ]

    def read(data: Json, **values: object) -> object:
        for name, required, switch, read_value in fields:
            value = data[name] if required else data.get(name)
            if value is None:
                continue
            if value is False and switch is not None:
                values[switch] = False
            else:
                values[name] = value if read_value is None else read_value(value)
        return model(**values)

    return read


def _value_reader(kind: Kind | Record | Entries | Items) -> Callable[[Any], object] | None:
    """Return the function that reads a value of this kind; None if the JSON value needs no conversion."""
    match kind:
        case Record():
            return _record_reader(kind)
        case Items():
            return tuple
        case Entries(value=Record() as record):
            read = _record_reader(record)
            if kind.listed:
                return lambda data: tuple([read(part, id=name) for name, part in data.items()])
            return lambda data: {name: read(part, id=name) for name, part in data.items()}
        case Entries() if kind.value in PROSE:
            return lambda data: {name: _read_text(text) for name, text in data.items()}
        case Entries():
            return lambda data: {**data}
        case Kind():
            return _read_text if kind in PROSE else None


def _read_text(value: str | Json) -> Text:
    if isinstance(value, str):
        return plain_text(value)
    if "ours" in value:
        text = _read_text(value["ours"])
        return Text(text.plain, text.html, ours=True)
    return Text(plain=value["plain"], html=value["html"])


_read_tree = _record_reader(TREE)
