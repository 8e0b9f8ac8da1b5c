"""A fault that a rule finds in a tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that breaks a rule.

    Attributes:
        path: The keys that lead to the part of the tree at fault.
        message: What is wrong, in one sentence.
        hint: How to fix it, in one sentence.
        answers: The answers that show the fault, if it takes any.
    """

    path: tuple[str, ...]
    message: str
    hint: str
    answers: Mapping[str, str] | None = None
