"""Codes of findings about the file itself."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.code import Code

CODES: Final = (
    Code(
        name="cannot-read",
        severity="error",
        meaning="The file does not exist or can't be opened.",
        fix="Check the path and the permissions.",
        wrong="The command names a file that was moved.",
    ),
    Code(
        name="too-large",
        severity="error",
        meaning="The file is too large to be a tree that people can maintain, so it is not read.",
        fix="Split the tree, or check that this is the right file.",
        wrong="The command names a video.",
    ),
    Code(
        name="empty-file",
        severity="error",
        meaning="There is nothing in the file, or only comments.",
        fix="Write a tree, or start with the one that `fingerpost new` writes.",
        wrong="The file holds one comment.",
    ),
    Code(
        name="not-utf8",
        severity="error",
        meaning="The file is in another encoding, so its letters can't be read reliably.",
        fix="Save the file as UTF-8.",
        wrong="The file was saved as “Windows-1252”, and it holds an “é”.",
    ),
    Code(
        name="byte-order-mark",
        severity="warning",
        meaning="The file starts with an invisible mark, which other programs may take for text.",
        fix="Save it as “UTF-8”, not as “UTF-8 with BOM”.",
        wrong="The file was saved as “UTF-8 with BOM”.",
    ),
    Code(
        name="control-character",
        severity="error",
        meaning="The file contains an invisible character, usually copied from another program.",
        fix="Delete it. Many editors can show invisible characters.",
        wrong='label: "Only\\u200e\\u0007 some"',
        right="label: Only some",
    ),
    Code(
        name="too-many-findings",
        severity="error",
        meaning="There are more than 1,000 findings about the text of the file; the rest are only counted.",
        fix="Fix the ones above, then check again.",
        wrong="The file is a long list of something else.",
    ),
)
