"""Collects the findings of one import."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.codes import BY_NAME
from fingerpost.findings.finding import Finding, Place

MOST_FINDINGS: Final = 1000


class Findings:
    """The findings about a file."""

    def __init__(self) -> None:
        """Start without findings."""
        self._found: list[Finding] = []

    def add(self, code: str, place: Place, message: str, hint: str) -> None:
        """Add a finding."""
        self._found.append(BY_NAME[f"import-{code}"].finding(place, message, hint))

    @property
    def has_errors(self) -> bool:
        """Whether one of them is an error."""
        return any(finding.severity == "error" for finding in self._found)

    @property
    def are_enough(self) -> bool:
        """Whether there are more of them than are told."""
        return len(self._found) > MOST_FINDINGS

    @property
    def in_order(self) -> tuple[Finding, ...]:
        """The findings in file order; past a limit, only their number."""
        found = sorted(self._found, key=lambda finding: (finding.place.line, finding.place.column))
        if len(found) <= MOST_FINDINGS:
            return tuple(found)
        rest = len(found) - MOST_FINDINGS
        last = BY_NAME["too-many-findings"].finding(
            found[MOST_FINDINGS].place, f"There are {rest:,} more findings.", "Fix those above first."
        )
        return (*found[:MOST_FINDINGS], last)
