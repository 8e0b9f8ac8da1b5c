"""Generates the JSON Schema of a compiled tree, for programs that read the JSON of a published tree.

It follows from the format table, as the writer and the reader of compiled trees do.
"""

from __future__ import annotations

from typing import Final

from fingerpost.reference.schema import KINDS
from fingerpost.reference.schema_builder import Json, SchemaBuilder, whole
from fingerpost.tree.format import TREE
from fingerpost.tree.shape import PROSE, Entries, Kind

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

_COMPILED: Final[dict[Kind, Json]] = {
    **KINDS,
    **{kind: {"$ref": "#/$defs/text"} for kind in PROSE},
    Kind.INLINE_OR_FALSE: {"anyOf": [{"const": False}, {"$ref": "#/$defs/text"}]},
}


def compiled_schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of a compiled tree."""
    builder = SchemaBuilder(_COMPILED, _limits, definitions={"text": _TEXT, "formatted": _BOTH, "ours": _OURS})
    tree = builder.record(TREE)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A compiled Fingerpost tree",
        "description": "Questions and outcomes, with one start; branches may join. Every text is plain or has HTML.",
        **tree,
        "$defs": builder.definitions,
    }


def _limits(entries: Entries) -> Json:
    """Return what the schema of entries says of their number and their names."""
    return {
        **({"minProperties": entries.least} if entries.least else {}),
        **({"propertyNames": whole(entries.keys)} if not isinstance(entries.keys, Kind) else {}),
    }
