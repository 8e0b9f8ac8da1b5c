"""Builds the JSON Schema of a record from the format table, for trees in any form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fingerpost.tree.shape import Entries, Field, Items, Kind, Record

type Json = dict[str, Any]


def whole(pattern: re.Pattern[str]) -> Json:
    """Return the schema of text that matches a pattern as a whole."""
    return {"type": "string", "pattern": f"^(?:{pattern.pattern})$"}


@dataclass(frozen=True, slots=True)
class SchemaBuilder:
    """Builds the schemas of one form of trees.

    Attributes:
        kinds: The schema of a single value of each kind.
        limits: Returns what the schema of entries says of their names and their number.
        own_texts: Returns the schema of the name of one of a record's texts; None if this form does not list them.
        definitions: The schemas of the records that were met, by noun, with hyphens for spaces.
    """

    kinds: Mapping[Kind, Json]
    limits: Callable[[Entries], Json]
    own_texts: Callable[[Record], Json] | None = None
    definitions: dict[str, Json] = field(default_factory=dict[str, Json])

    def record(self, record: Record) -> Json:
        """Return the schema of a record."""
        fields = [each for each in record.fields if self.own_texts is not None or not each.lists_own_texts]
        required = [each.name for each in fields if each.required]
        return {
            "type": "object",
            "properties": {each.name: self._field(each, record) for each in fields},
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }

    def _field(self, each: Field, record: Record) -> Json:
        made = {"description": each.description, **self._value(each.kind)}
        if self.own_texts is not None and each.lists_own_texts:
            made["items"] = self.own_texts(record)
        return made

    def _value(self, kind: Kind | Record | Entries | Items) -> Json:
        match kind:
            case Kind():
                return dict(self.kinds[kind])
            case Record():
                # Defined separately, so that the schema of the tree itself stays short enough to read.
                name = kind.noun.replace(" ", "-")  # a reference is a URI, which has no spaces
                self.definitions[name] = self.record(kind)
                return {"$ref": f"#/$defs/{name}"}
            case Items():
                return {"type": "array", "items": self._value(kind.value)}
            case Entries():
                return {"type": "object", "additionalProperties": self._value(kind.value), **self.limits(kind)}
