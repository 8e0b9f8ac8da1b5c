"""A reason why a text or a word of a tree file can't be used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """The reason why a text or a word can't be used.

    Attributes:
        code: The code of the finding.
        message: The fault.
        hint: How to fix it.
    """

    code: str
    message: str
    hint: str
