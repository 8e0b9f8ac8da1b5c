"""Measures by how much lines are indented."""

from __future__ import annotations


def indent_of(line: str) -> int:
    """Return the number of spaces at the beginning of a line."""
    return len(line) - len(line.lstrip(" "))
