"""Collects the findings about one file while it is read."""

from __future__ import annotations

from fingerpost.findings.codes import BY_NAME
from fingerpost.findings.finding import Finding, Place

MOST_FINDINGS = 1000
"""The most findings that are collected. Others are only counted: a file of something else must not fill the memory."""


class Collector:
    """Collects the findings about one file.

    Attributes:
        file: The file's name as the caller gave it.
        findings: The findings so far.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self._left_out = 0

    def place(self, line: int, column: int) -> Place:
        """Return a position in this file."""
        return Place(self.file, line, column)

    def add(self, code: str, place: Place, message: str, hint: str) -> None:
        """Add one finding.

        Raises:
            KeyError: The code is not in `fingerpost.findings.codes`.
        """
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(BY_NAME[code].finding(place, message, hint))
        else:
            self._left_out += 1

    def result(self) -> tuple[Finding, ...]:
        """Return the findings in file order, with a last one for those left out."""
        found = sorted(self.findings, key=lambda finding: (finding.place.line, finding.place.column))
        if self._left_out:
            message = f"{self._left_out} more findings are not shown."
            hint = "Fix the ones above, then check again."
            found.append(BY_NAME["too-many-findings"].finding(found[-1].place, message, hint))
        return tuple(found)
