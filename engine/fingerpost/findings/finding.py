"""A finding: a fault in a tree file, with its position and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from fingerpost.text.harmless import harmless_line

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a tree.

    Attributes:
        code: The stable name of this kind of finding, for instance `missing-target`.
        severity: `error` stops publication, `warning` does not.
        place: Where to look.
        message: What is wrong, in one sentence; it may quote any character of the file.
        hint: How to fix it, in one sentence.
        answers: The answers that show the fault, if it takes any.

    Examples:
        >>> tree, findings = fingerpost.check_file("no-such-file.yml")
        >>> print(findings[0].code, findings[0].place)
        cannot-read no-such-file.yml:1:1
    """

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str
    answers: Mapping[str, str] | None = None

    def __str__(self) -> str:
        """Return it as one line for people; a hidden character, or the end of a line, stands as its code point."""
        return harmless_line(f"{self.place}: {self.severity}: {self.code}: {self.message} {self.hint}")

    def to_json(self) -> dict[str, object]:
        """Return the finding as plain data with the keys that `fingerpost check --json` documents."""
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "message": self.message,
            "hint": self.hint,
            "answers": None if self.answers is None else dict(self.answers),
        }


def errors_in(findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors among some findings."""
    return [finding for finding in findings if finding.severity == "error"]
