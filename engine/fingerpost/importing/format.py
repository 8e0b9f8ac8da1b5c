"""A format of other programs that can be read into a tree file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fingerpost.findings.finding import Finding

type Draft = dict[str, object]
"""A tree in the shape of a tree file: field name to text, list or further fields, in the format's order. Texts are
Markdown."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The result of reading a file.

    Attributes:
        draft: The tree as far as it could be read; None if too little of it could be.
        findings: The faults in the file, and the parts of it that a tree can't hold, in file order. None is about a
            fault of the tree itself: the checks report those.
    """

    draft: Draft | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that can be read. Its file is named after it.

    Attributes:
        order: Its position among the formats: a smaller number comes first.
        title: Its name for authors.
        endings: The endings of the names of its files, for instance `.fhir.json`.
        read: Reads the content of a file, whose name the findings give. It never raises, whatever the content.
    """

    order: int
    title: str
    endings: tuple[str, ...]
    read: Callable[[bytes, str], Imported]
