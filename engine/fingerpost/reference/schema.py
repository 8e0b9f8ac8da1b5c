"""Generates the JSON Schema of a tree file, for editors that complete and check the file.

It follows from the format table, so it agrees with the reader. Faults that only show in the whole tree, such as an
answer that leads nowhere, are left to `fingerpost check`.
"""

from __future__ import annotations

import re
from typing import Any, Final

from fingerpost.source.text import MAX_LENGTH
from fingerpost.source.words import URL_PATTERN
from fingerpost.tree.format import TREE
from fingerpost.tree.model import EDITION_LENGTH, EDITION_PATTERN, FORMAT
from fingerpost.tree.shape import ID_PATTERN, REFERENCES, Entries, Field, Items, Kind, Record, texts_of

type Json = dict[str, Any]

_FILLED: Final[Json] = {"type": "string", "pattern": r"\S"}
_PROSE: Final[Json] = {**_FILLED, "maxLength": MAX_LENGTH}


def whole(pattern: re.Pattern[str]) -> Json:
    """Return the schema of text that matches a pattern as a whole."""
    return {"type": "string", "pattern": f"^(?:{pattern.pattern})$"}


KINDS: Final[dict[Kind, Json]] = {
    Kind.FORMAT: {"const": FORMAT},
    Kind.ID: whole(ID_PATTERN),
    **dict.fromkeys(REFERENCES, whole(ID_PATTERN)),
    Kind.EDITION: whole(EDITION_PATTERN) | {"maxLength": EDITION_LENGTH},
    Kind.WORDS: _FILLED,
    Kind.LABEL: _PROSE,
    Kind.INLINE: _PROSE,
    Kind.BLOCK: _PROSE,
    Kind.INLINE_OR_FALSE: {"anyOf": [{"const": False}, _PROSE]},
    Kind.FLAG: {"type": "boolean"},
    Kind.PAGE: _FILLED,
    Kind.URL: whole(URL_PATTERN),
    Kind.OWN: _FILLED,
}
"""The schema of a single value of each kind."""


def schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of a tree file."""
    definitions: dict[str, Json] = {}
    tree = _record(TREE, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Fingerpost tree",
        "description": "Questions and outcomes, with one start; branches may join.",
        **tree,
        "$defs": definitions,
    }


def _record(record: Record, definitions: dict[str, Json]) -> Json:
    required = [field.name for field in record.fields if field.required]
    properties = {field.name: _field(field, definitions) for field in record.fields}
    for field in record.fields:
        if field.lists_own_texts:
            properties[field.name]["items"] = _own_texts(record)
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _own_texts(record: Record) -> Json:
    """Return the schema of the name of one of a record's texts; it can't check that the file has that text."""
    texts = list(texts_of(record))
    names: Json = {"enum": [field.name for field in texts]}
    entries = "|".join(field.name for field in texts if isinstance(field.kind, Entries))
    one_entry: Json = {"type": "string", "pattern": f"^(?:{entries})/(?:{ID_PATTERN.pattern})$"}
    return {"anyOf": [names, one_entry]} if entries else names


def _field(field: Field, definitions: dict[str, Json]) -> Json:
    return {"description": field.description, **_value(field.kind, definitions)}


def _value(kind: Kind | Record | Entries | Items, definitions: dict[str, Json]) -> Json:
    match kind:
        case Kind():
            return dict(KINDS[kind])
        case Record():
            # Defined separately, so that the schema of the tree itself stays short enough to read.
            definitions[kind.noun] = _record(kind, definitions)
            return {"$ref": f"#/$defs/{kind.noun}"}
        case Items():
            return {"type": "array", "items": _value(kind.value, definitions)}
        case Entries():
            names = whole(kind.keys) if isinstance(kind.keys, re.Pattern) else {}
            if kind.reserved:
                names["not"] = {"enum": list(kind.reserved)}
            return {
                "type": "object",
                "additionalProperties": _value(kind.value, definitions),
                **({"propertyNames": names} if names else {}),
                **({"minProperties": kind.least} if kind.least else {}),
            }
