"""The forms of a record, one file each.

To add one, copy `json.py` for a form that contains the data, or `html.py` for one that people read.
"""

from __future__ import annotations

from typing import Final

from fingerpost.record.form import Form
from fingerpost.registry import collect

FORMS: Final = collect(__name__, "FORM", Form)
"""Each form of a record by its name, in the order of their buttons on the page; `write` returns its text.

Examples:
    >>> state = fingerpost.State(fingerpost.read("tree.yml"), {"discussion": "no"})
    >>> record = fingerpost.build_record(state, fingerpost.Notes())
    >>> "A message" in fingerpost.FORMS["markdown"].write(record)
    True
"""
