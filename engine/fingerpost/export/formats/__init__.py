"""The formats in which a tree can be written, one file each.

To add one, copy `outline.py`.
"""

from __future__ import annotations

from typing import Final

from fingerpost.export.format import Format
from fingerpost.registry import collect

FORMATS: Final = collect(__name__, "FORMAT", Format)
"""Each format by its name, in the order in which they are offered."""
