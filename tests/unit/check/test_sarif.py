"""SARIF logs fit the schema of the standard, whatever was found: code hosts refuse a log that does not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

from example_trees import TREES
from fingerpost.cli import main
from project.paths import NODE_MODULES

# Microsoft's copy of the schema of SARIF 2.1.0, in a package that is otherwise not used.
SCHEMA = NODE_MODULES / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"


FORMATS = FormatChecker()


@FORMATS.checks("uri-reference")
def is_uri_reference(value: object) -> bool:
    """Whether a text has only what RFC 3986 allows in an address; the validator does not check that."""
    return (
        not isinstance(value, str)
        or re.fullmatch(r"(%[0-9A-Fa-f]{2}|[\w.~:/?#\[\]@!$&'()*+,;=-])*", value, re.ASCII) is not None
    )


def faults(log: dict[str, Any]) -> list[str]:
    """Return where a log does not fit the schema."""
    checker = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FORMATS)
    return [f"{fault.json_path}: {fault.message}" for fault in checker.iter_errors(log)]


def checked(capsys: pytest.CaptureFixture[str], path: Path) -> dict[str, Any]:
    """Return the log of a check."""
    main(["check", str(path), "--format", "sarif"])
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("path", sorted(TREES.glob("broken/*.yml")), ids=lambda path: path.stem)
def test_every_kind_of_finding_fits_the_schema(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    log = checked(capsys, path)

    assert log["runs"][0]["results"] != []
    assert faults(log) == []


def test_no_findings_fit_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    log = checked(capsys, TREES / "dragon.yml")

    assert log["runs"][0]["results"] == []
    assert faults(log) == []


@pytest.mark.parametrize("name", ["not there.yml", "C:\\not\\there #1 ü%.yml"])
def test_a_file_that_can_not_be_read_fits_the_schema(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    log = checked(capsys, tmp_path / name)

    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["cannot-read"]
    assert faults(log) == []


def test_the_schema_sees_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    log = checked(capsys, TREES / "broken" / "missing-target.yml")
    [result, *_] = log["runs"][0]["results"]
    result["level"] = "fatal"
    result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "not a uri"

    assert any("fatal" in fault for fault in faults(log))
    assert any("not a uri" in fault for fault in faults(log))
