"""The record as JSON, which the page can open again."""

from __future__ import annotations

import json

from fingerpost.record.form import Form
from fingerpost.record.items import Json
from fingerpost.text.visible import in_json


def write(record: Json) -> str:
    """Return a record as JSON."""
    return in_json(json.dumps(record, ensure_ascii=False, indent=2))


FORM = Form(order=300, name="json", title="JSON", extension="json", media_type="application/json", write=write)
