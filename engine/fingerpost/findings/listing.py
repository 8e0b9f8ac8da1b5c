"""Writes findings for people and editors: each at the beginning of a line, so that editors link it to its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from fingerpost.findings.finding import Finding


def print_findings(findings: Sequence[Finding], stream: TextIO) -> None:
    """Write findings, one on each line, and a last line with their number."""
    for finding in findings:
        print(finding, file=stream)
    print(f"{counted(findings)}.", file=stream, flush=True)


def counted(findings: Sequence[Finding]) -> str:
    """Return the number of errors and of warnings, for instance "1 error, 2 warnings"."""
    errors = sum(finding.severity == "error" for finding in findings)
    counts = {"error": errors, "warning": len(findings) - errors}
    return ", ".join(f"{count} {noun}" if count == 1 else f"{count} {noun}s" for noun, count in counts.items() if count)
