"""Generates the JSON Schema of a plan's file, from the limits and the names that its reader uses."""

from __future__ import annotations

from typing import Final

from fingerpost.plan.model import KIND, LONGEST, MOST_ENTRIES, MOST_NEEDS, TEXTS, VERSION
from fingerpost.plan.need_ids import ID_PATTERN
from fingerpost.reference.schema import KINDS
from fingerpost.reference.schema_builder import Json, whole
from fingerpost.tree.shape import Kind

_TEXT: Final[Json] = {"type": "string", "maxLength": LONGEST}
_WHAT: Final = {
    "need": "The need, in the reader's words.",
    "information": "The information that it is about.",
    "from": "The system that has the information or sends it.",
    "to": "The system that gets the information or holds it.",
    "link": "The link text of the answers: the part of a link after '#'.",
}


def plan_schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of a plan's file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Fingerpost plan",
        "description": "The needs of one undertaking, each with its answers to the questions of a tree.",
        "type": "object",
        "properties": {
            "kind": {"const": KIND},
            "version": {"const": VERSION},
            "tree": {"type": "string", "minLength": 1, "description": "The id of the tree."},
            "edition": {
                **KINDS[Kind.EDITION],
                "description": "The edition of the tree when the plan was begun.",
            },
            "title": {**_TEXT, "description": "The reader's name for the plan."},
            "needs": {"type": "array", "maxItems": MOST_NEEDS, "items": _need()},
            "date": {"type": "string", "description": "The day on which the file was written."},
            "results": {
                "type": "object",
                "description": "What the needs lead to, for other programs. It follows from the needs and the tree, "
                "so a reader of plans ignores it.",
            },
        },
        "required": ["kind", "version", "tree", "needs"],
        "additionalProperties": False,
    }


def _need() -> Json:
    return {
        "type": "object",
        "properties": {
            "id": whole(ID_PATTERN),
            **{name: {**_TEXT, "description": _WHAT[name]} for name in TEXTS},
            "confirmations": _entries(
                "What the reader noted on points to confirm, by the id of the consideration.",
                {"confirmed": {"type": "boolean"}, "note": _TEXT},
            ),
            "evidence": _entries(
                "Who gave an answer, and when, by the id of the question.", {"who": _TEXT, "when": _TEXT}
            ),
            "steps": {
                "type": "object",
                "description": "The steps that were ticked, by id.",
                "maxProperties": MOST_ENTRIES,
                "additionalProperties": {"type": "boolean"},
            },
            "changed": {
                "type": "integer",
                "minimum": 0,
                "description": "The time of the last change, in milliseconds since 1970.",
            },
        },
        "required": ["id", "link"],
        "additionalProperties": False,
    }


def _entries(description: str, properties: Json) -> Json:
    return {
        "type": "object",
        "description": description,
        "maxProperties": MOST_ENTRIES,
        "additionalProperties": {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        },
    }
