"""The published reference of the format, generated from the reader's own definitions and matching the checks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from example_trees import STARTER, TREES
from fingerpost.check import check_file
from fingerpost.cli import main
from fingerpost.reference.schema import schema

ROOT = Path(__file__).parents[3]
GOOD = [
    TREES / "dragon.yml",
    STARTER / "choose" / "tree.yml",
    *sorted((ROOT / "docs").rglob("*tree.yml")),
]
SEEN_BY_A_SCHEMA = {
    *(
        "bad-address",
        "bad-date",
        "unknown-form",
        "bad-edition",
        "bad-id",
        "empty-file",
        "empty-text",
        "missing-field",
        "reserved-id",
    ),
    *("too-few-answers", "too-few-outcomes", "too-few-questions", "too-few-when", "too-long", "unknown-field"),
    *("comma-in-text", "indentation", "odd-space", "missing-space", "unsupported-format", "wrong-type"),
}
"""Findings that show at one position in the file. All others need the whole tree, or the file's own characters."""

PUBLISHED = {
    "docs/reference/fingerpost-tree.schema.json": ("format", "--json"),
    "docs/reference/fingerpost-compiled-tree.schema.json": ("compiled",),
    "docs/reference/fingerpost-plan.schema.json": ("plan",),
    "docs/reference/tree-format.md": ("format",),
    "docs/authors/findings.md": ("findings",),
}


def value_of(path: Path) -> str | list[str] | dict[str, str] | None:
    """Return the data that an editor reads from a file; None if it is not YAML."""
    reader = YAML(typ="safe", pure=True)
    reader.allow_duplicate_keys = True
    try:
        return json.loads(json.dumps(reader.load(path.read_bytes()), default=lambda date: {"date": str(date)}))
    except (YAMLError, UnicodeDecodeError, RecursionError, TypeError, ValueError):
        return None


def comparable() -> list[Path]:
    """Return the broken trees of which the schema and the checks can see the same.

    Left out are files that are not YAML, which no schema sees, and those nested too deeply: a schema sees brackets
    that are, but not Markdown that is.
    """
    found: list[Path] = []
    for path in sorted(TREES.glob("broken/*.yml")):
        codes = {finding.code for finding in check_file(path)[1]}
        if "too-deep" not in codes and (value_of(path) is not None or "empty-file" in codes):
            found.append(path)
    return found


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_is_published_is_what_the_engine_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A published page is exactly what its command writes."""
    assert main(["reference", *PUBLISHED[name]]) == 0
    assert (ROOT / name).read_text(encoding="utf-8") == capsys.readouterr().out


def test_the_findings_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    """With --json the table of findings is data."""
    assert main(["reference", "findings", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"][0]["name"] == "cannot-read"


def test_the_schema_is_a_schema() -> None:
    """The schema keeps the rules of JSON Schema."""
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.parent.name)
def test_a_good_tree_fits_the_schema(path: Path) -> None:
    """The schema accepts whatever the checks accept."""
    assert [error.message for error in Draft202012Validator(schema()).iter_errors(value_of(path))] == []


@pytest.mark.parametrize("path", comparable(), ids=lambda path: path.stem)
def test_the_schema_and_the_checks_agree(path: Path) -> None:
    """A broken tree fits the schema exactly where all that is wrong needs more than one place to be seen."""
    codes = {finding.code for finding in check_file(path)[1]}

    assert Draft202012Validator(schema()).is_valid(value_of(path)) == codes.isdisjoint(SEEN_BY_A_SCHEMA)
