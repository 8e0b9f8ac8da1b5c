"""Findings in the formats that other programs read: JSON, SARIF 2.1.0, and GitHub workflow annotations."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from fingerpost import __version__
from fingerpost.check.codes import BY_NAME
from fingerpost.findings.finding import Finding
from fingerpost.text.visible import visible_line, without_hidden

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(findings: Sequence[Finding]) -> dict[str, object]:
    """Return findings in the JSON form that every command uses."""
    return {"findings": [finding.to_json() for finding in findings]}


def as_sarif(findings: Sequence[Finding]) -> dict[str, object]:
    """Return findings as a SARIF 2.1.0 log, which code hosts and editors show beside the lines.

    It describes the rules of these findings: their meaning and how to fix them.
    """
    names = sorted({finding.code for finding in findings})
    rules = [
        {
            "id": name,
            "shortDescription": {"text": BY_NAME[name].meaning},
            "help": {"text": BY_NAME[name].fix},
            "defaultConfiguration": {"level": BY_NAME[name].severity},
        }
        for name in names
    ]
    results = [
        {
            "ruleId": finding.code,
            "ruleIndex": names.index(finding.code),
            "level": finding.severity,
            "message": {"text": visible_line(f"{finding.message} {finding.hint}")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(finding.place.file.replace("\\", "/"))},
                        "region": {"startLine": finding.place.line, "startColumn": finding.place.column},
                    }
                }
            ],
            **({} if finding.answers is None else {"properties": {"answers": dict(finding.answers)}}),
        }
        for finding in findings
    ]
    driver = {"name": "fingerpost", "semanticVersion": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def as_annotations(findings: Sequence[Finding]) -> list[str]:
    """Return a GitHub workflow command for each finding; GitHub shows them beside the changed lines."""
    return [
        f"::{finding.severity} file={_property(finding.place.file)},line={finding.place.line},"
        f"col={finding.place.column},title={_property(finding.code)}::{_data(f'{finding.message} {finding.hint}')}"
        for finding in findings
    ]


def _data(text: str) -> str:
    """Escape text so that it can't end the command that contains it."""
    return without_hidden(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
