"""The code of a kind of finding: its meaning, an example, and how to fix it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fingerpost.findings.finding import Finding, Place, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One kind of finding.

    Attributes:
        name: The stable name.
        severity: The severity of its findings, unless the author raises it.
        meaning: Its meaning, and why it matters.
        fix: How to fix it.
        wrong: An excerpt of the starter tree with the fault; or, if no excerpt can show it, a sentence about a file
            that has it.
        right: The same excerpt without the fault; empty if `wrong` is a sentence.
    """

    name: str
    severity: Severity
    meaning: str
    fix: str
    wrong: str
    right: str = ""

    def finding(self, place: Place, message: str, hint: str, answers: Mapping[str, str] | None = None) -> Finding:
        """Return a finding with this code.

        Args:
            place: Where to look.
            message: What is wrong, in one sentence.
            hint: How to fix it, in one sentence.
            answers: The answers that show the fault, if it takes any.
        """
        return Finding(self.name, self.severity, place, message, hint, answers)
