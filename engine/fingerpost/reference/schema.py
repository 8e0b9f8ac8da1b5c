"""Generates the JSON Schema of a tree file, for editors that complete and check the file.

It follows from the format table, so it agrees with the reader. Faults that only show in the whole tree, such as an
answer that leads nowhere, are left to `fingerpost check`.
"""

from __future__ import annotations

import re
from typing import Final

from fingerpost.reference.schema_builder import Json, SchemaBuilder, whole
from fingerpost.source.text import MAX_LENGTH
from fingerpost.source.words import URL_PATTERN
from fingerpost.tree.format import TREE
from fingerpost.tree.model import EDITION_LENGTH, EDITION_PATTERN, FORMAT, FURTHER_FORMS
from fingerpost.tree.shape import ID_PATTERN, REFERENCES, Entries, Kind, Record, texts_of

_FILLED: Final[Json] = {"type": "string", "pattern": r"\S"}
_PROSE: Final[Json] = {**_FILLED, "maxLength": MAX_LENGTH}

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
    Kind.DATE: {"type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"},
    Kind.DIAGRAM: _FILLED,
    Kind.FORM: {"enum": list(FURTHER_FORMS)},
    Kind.OWN: _FILLED,
}
"""The schema of a single value of each kind."""


def schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of a tree file."""
    builder = SchemaBuilder(KINDS, _limits, _own_texts)
    tree = builder.record(TREE)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Fingerpost tree",
        "description": "Questions and outcomes, with one start; branches may join.",
        **tree,
        "$defs": builder.definitions,
    }


def _own_texts(record: Record) -> Json:
    """Return the schema of the name of one of a record's texts; it can't check that the file has that text."""
    texts = list(texts_of(record))
    names: Json = {"enum": [field.name for field in texts]}
    entries = "|".join(field.name for field in texts if isinstance(field.kind, Entries))
    one_entry: Json = {"type": "string", "pattern": f"^(?:{entries})/(?:{ID_PATTERN.pattern})$"}
    return {"anyOf": [names, one_entry]} if entries else names


def _limits(entries: Entries) -> Json:
    """Return what the schema of entries says of their names and their number."""
    names = whole(entries.keys) if isinstance(entries.keys, re.Pattern) else {}
    if entries.reserved:
        names["not"] = {"enum": list(entries.reserved)}
    return {
        **({"propertyNames": names} if names else {}),
        **({"minProperties": entries.least} if entries.least else {}),
    }
