"""The forms of a record, a file each.

To add a form, copy `json.py` for one that holds the data, or `html.py` for one that readers see.
"""

from __future__ import annotations

from typing import Final

from fingerpost.record.form import Form
from fingerpost.registry import collect

FORMS: Final = collect(__name__, "FORM", Form)
"""Each form by its name, in the order of their buttons on the page."""
