"""The forms of a plan, one file each.

To add one, copy `csv.py` for a form that contains the data, or `markdown.py` for one that people read.
"""

from __future__ import annotations

from typing import Final

from fingerpost.plan.form import PlanForm
from fingerpost.registry import collect

FORMS: Final = collect(__name__, "FORM", PlanForm)
"""Each form of a plan by its name, in their order on the command line; `write` returns its text."""
