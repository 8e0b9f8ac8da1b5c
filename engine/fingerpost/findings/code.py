"""A code that findings have: what it means, an example, and how to fix it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fingerpost.findings.finding import Finding, Place, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One kind of finding.

    Attributes:
        name: The stable name.
        severity: The severity of its findings unless the author asks for more.
        meaning: What it means, and why it matters.
        fix: How to fix it.
        wrong: A piece of the starter tree with the fault in it; or, where no piece of text shows it, a sentence
            about a file that has it.
        right: The same piece as the starter tree has it; empty where `wrong` is a sentence.
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
            answers: The answers that show it, where that applies.
        """
        return Finding(self.name, self.severity, place, message, hint, answers)
