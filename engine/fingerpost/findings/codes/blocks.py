"""Codes of findings about the blocks in pages that show a tree."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.code import Code

CODES: Final = (
    Code(
        name="bad-block",
        severity="error",
        meaning="A `decision-tree` block in a page can't be understood. The build reports it, not `fingerpost check`.",
        fix="Correct the block. The finding names the fields and values that you can use.",
        wrong="A page says `show: question` in its block.",
    ),
)
