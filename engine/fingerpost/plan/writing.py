"""Writes a plan as JSON: compact to store and to link, indented for a file."""

from __future__ import annotations

import json
from typing import Any

from fingerpost.plan.model import KIND, TEXTS, VERSION, Need, Plan
from fingerpost.text.visible import in_json

type Json = dict[str, Any]


def need_as_json(need: Need) -> Json:
    """Return a need as plain data, with its entries in the order of their names."""
    return {
        "id": need.id,
        **{name: need.text(name) for name in TEXTS},
        "confirmations": {
            name: {"confirmed": noted.confirmed, "note": noted.note}
            for name, noted in sorted(need.confirmations.items(), key=_name)
        },
        "evidence": {name: given.to_json() for name, given in sorted(need.evidence.items(), key=_name)},
        "steps": dict.fromkeys(need.steps, True),
        "changed": need.changed,
    }


def _name(entry: tuple[str, object]) -> str:
    return entry[0]


def as_json(plan: Plan) -> Json:
    """Return a plan as plain data, in the form that `docs/reference/fingerpost-plan.schema.json` describes."""
    return {
        "kind": KIND,
        "version": VERSION,
        "tree": plan.tree,
        "edition": plan.edition,
        "title": plan.title,
        "needs": [need_as_json(need) for need in plan.needs],
    }


def compact(value: Json) -> str:
    """Return plain data as JSON without spaces: equal data has equal text."""
    return in_json(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def text_of(plan: Plan) -> str:
    """Return the text of a plan to store."""
    return compact(as_json(plan))


def indented(value: Json) -> str:
    """Return plain data as JSON for a file that people may read."""
    return in_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
