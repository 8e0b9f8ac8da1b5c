"""The formats that can be read, one file each.

To add one, copy `mermaid.py`.
"""

from __future__ import annotations

from typing import Final

from fingerpost.importing.format import Format
from fingerpost.registry import collect

FORMATS: Final = collect(__name__, "FORMAT", Format)
"""Each format by its name, in the order in which they are offered."""
