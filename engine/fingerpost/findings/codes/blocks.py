"""Codes of findings about the blocks in pages that show a tree."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.code import Code

CODES: Final = (
    Code(
        name="bad-block",
        severity="error",
        meaning="A `decision-tree` block in a page can't be understood, or names what does not exist. The build "
        "reports it, and `fingerpost check` does so with `--docs`.",
        fix="Correct the block. The finding names the fields and values that you can use.",
        wrong="A page says `show: question` in its block.",
    ),
)
