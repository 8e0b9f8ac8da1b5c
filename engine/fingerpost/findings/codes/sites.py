"""Codes of findings about several trees together."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.code import Code

CODES: Final = (
    Code(
        name="same-tree-id",
        severity="error",
        meaning="Two tree files of a site have the same id. Links name a tree by its id, so a link to one would "
        "open the other. The build reports it, and `fingerpost check` if you name both files.",
        fix="Give one of them another id.",
        wrong="Two files each have the line `id: way-to-meet`.",
    ),
)
