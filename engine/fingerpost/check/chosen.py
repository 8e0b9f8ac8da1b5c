"""Findings that an author chooses by code, to treat warnings as errors or to leave them out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from fingerpost.check.codes import BY_NAME
from fingerpost.findings.finding import Finding
from fingerpost.findings.spelling import did_you_mean


def finding_named(code: str) -> str:
    """Return the code of a finding.

    Raises:
        ValueError: There is no such finding; the message says which one may be meant.
    """
    if code not in BY_NAME:
        guess = did_you_mean(code, BY_NAME) or "See the page of findings for all of them."
        raise ValueError(f"there is no finding '{code}'. {guess}")
    return code


def warning_named(code: str) -> str:
    """Return the code of a warning.

    Raises:
        ValueError: There is no such finding, or it is an error.
    """
    if BY_NAME[finding_named(code)].severity == "error":
        raise ValueError(f"'{code}' is an error. Only warnings can be ignored.")
    return code


def without_ignored(findings: Iterable[Finding], ignored: Collection[str]) -> list[Finding]:
    """Return findings without the warnings that the author ignores."""
    return [finding for finding in findings if finding.code not in ignored]
