"""Generates the JSON Schema of a compiled tree, for programs that read the JSON of a published tree.

It follows from the format table, as the writer and the reader of compiled trees do.
"""

from __future__ import annotations

from typing import Final

from fingerpost.reference.schema import KINDS, Json, whole
from fingerpost.tree.format import TREE
from fingerpost.tree.shape import PROSE, Entries, Field, Items, Kind, Record

_WORDS: Final[Json] = {"type": "string", "minLength": 1}
_BOTH: Final[Json] = {
    "description": "A text with markup: its words alone, and sanitised HTML.",
    "type": "object",
    "properties": {"plain": _WORDS, "html": _WORDS},
    "required": ["plain", "html"],
    "additionalProperties": False,
}
_OURS: Final[Json] = {
    "description": "A text of the tree's author, which is not part of the source.",
    "type": "object",
    "properties": {"ours": {"anyOf": [_WORDS, {"$ref": "#/$defs/formatted"}]}},
    "required": ["ours"],
    "additionalProperties": False,
}
_TEXT: Final[Json] = {"anyOf": [_WORDS, {"$ref": "#/$defs/formatted"}, {"$ref": "#/$defs/ours"}]}


def compiled_schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of a compiled tree."""
    definitions: dict[str, Json] = {"text": _TEXT, "formatted": _BOTH, "ours": _OURS}
    tree = _record(TREE, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A compiled Fingerpost tree",
        "description": "Questions and outcomes, with one start; branches may join. Every text is plain or has HTML.",
        **tree,
        "$defs": definitions,
    }


def _record(record: Record, definitions: dict[str, Json]) -> Json:
    fields = [field for field in record.fields if not field.lists_own_texts]
    required = [field.name for field in fields if field.required]
    return {
        "type": "object",
        "properties": {field.name: _field(field, definitions) for field in fields},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _field(field: Field, definitions: dict[str, Json]) -> Json:
    return {"description": field.description, **_value(field.kind, definitions)}


def _value(kind: Kind | Record | Entries | Items, definitions: dict[str, Json]) -> Json:
    match kind:
        case Kind.INLINE_OR_FALSE:
            return {"anyOf": [{"const": False}, {"$ref": "#/$defs/text"}]}
        case Kind():
            return {"$ref": "#/$defs/text"} if kind in PROSE else dict(KINDS[kind])
        case Record():
            definitions[kind.noun] = _record(kind, definitions)
            return {"$ref": f"#/$defs/{kind.noun}"}
        case Items():
            return {"type": "array", "items": _value(kind.value, definitions)}
        case Entries():
            return {
                "type": "object",
                "additionalProperties": _value(kind.value, definitions),
                **({"minProperties": kind.least} if kind.least else {}),
                **({"propertyNames": whole(kind.keys)} if not isinstance(kind.keys, Kind) else {}),
            }
