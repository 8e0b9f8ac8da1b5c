"""The published schemas, read by two validators that have nothing in common: ajv, and check-jsonschema.

Both take patterns as ECMA-262 has them with the flag `u`, as JSON Schema asks, and as Python's own `re` does not.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from example_trees import DRAGON, STARTER
from fingerpost.check import check_file
from fingerpost.record.notes import Confirmation, Notes
from plans import OPEN, file_of, need, plan_of
from project.paths import ROOT, VENV, program
from states import record_of

DOCS = ROOT / "docs"
TREE_SCHEMA = DOCS / "reference" / "fingerpost-tree.schema.json"
RECORD_SCHEMA = DOCS / "reference" / "fingerpost-record.schema.json"
PLAN_SCHEMA = DOCS / "reference" / "fingerpost-plan.schema.json"
TREES = (
    DRAGON,
    STARTER / "choose" / "tree.yml",
    *sorted(DOCS.rglob("*tree.yml")),
)

type Refused = dict[str, str]
type Validator = Callable[[Path, Sequence[Path]], Refused]


def check_jsonschema(schema: Path, files: Sequence[Path]) -> Refused:
    """Return the files that check-jsonschema refuses, with the reason; fail where it refuses the schema."""
    command = [program(VENV, "check-jsonschema"), "--schemafile", schema, "--output-format", "json", *files]
    said = _run(command)
    # It writes no report where it could not read the schema.
    assert said.stdout.startswith("{"), said.stdout + said.stderr
    report = json.loads(said.stdout)
    assert report.get("parse_errors", []) == []
    return {error["filename"]: error["message"] for error in report["errors"]}


def ajv(schema: Path, files: Sequence[Path]) -> Refused:
    """Return the files that ajv refuses, with the reason; fail where it refuses the schema."""
    said = _run([program(VENV, "node"), Path(__file__).with_name("validate_with_ajv.mjs"), schema, *files])
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)


def _run(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8")


VALIDATORS = (check_jsonschema, ajv)


def as_json(folder: Path, number: int, value: object) -> Path:
    """Write a value into a file of its own."""
    file = folder / f"{number}.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    return file


def tree_value(path: Path) -> dict[str, Any]:
    """Return what a tree file says, in JSON's own kinds."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(path)))


def records() -> list[dict[str, Any]]:
    """Return the record of every worked example of every tree, with notes and without, and one of no answers."""
    found: list[dict[str, Any]] = []
    for path in TREES:
        tree, findings = check_file(path)
        assert tree is not None, findings
        notes = Notes("What has to be decided", {name: Confirmation(True, "Yes") for name in tree.considerations})
        found.append(record_of(tree, {}, Notes()))
        for scenario in tree.scenarios.values():
            found.append(record_of(tree, scenario.answers, notes, address="https://example.org/", date="2026-01-31"))
            found.append(record_of(tree, scenario.answers, Notes()))
    return found


@pytest.mark.parametrize("validator", VALIDATORS)
def test_every_tree_holds_to_the_published_schema(validator: Validator, tmp_path: Path) -> None:
    files = [as_json(tmp_path, number, tree_value(path)) for number, path in enumerate(TREES)]

    assert len(files) >= 5
    assert validator(TREE_SCHEMA, files) == {}


@pytest.mark.parametrize("validator", VALIDATORS)
def test_every_record_holds_to_the_published_schema(validator: Validator, tmp_path: Path) -> None:
    files = [as_json(tmp_path, number, record) for number, record in enumerate(records())]

    assert len(files) >= 20
    assert validator(RECORD_SCHEMA, files) == {}


@pytest.mark.parametrize("validator", VALIDATORS)
def test_every_file_of_a_plan_holds_to_the_published_schema(validator: Validator, tmp_path: Path) -> None:
    noted = need("a", "See it", confirmations={"clean": Confirmation(True, "Yes")}, steps=("buy",))
    plans = (plan_of(), plan_of(noted, need("b", link=OPEN), title="Supper"))
    files = [as_json(tmp_path, number, json.loads(file_of(plan))) for number, plan in enumerate(plans)]
    spoilt = [as_json(tmp_path, 9, json.loads(file_of(plans[1])) | {"version": 2})]

    assert validator(PLAN_SCHEMA, files) == {}
    assert len(validator(PLAN_SCHEMA, spoilt)) == 1


def test_a_tree_file_is_checked_as_its_author_would_check_it() -> None:
    """YAML as it stands, by the command that the reference names."""
    assert check_jsonschema(TREE_SCHEMA, TREES) == {}


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize(
    "url", ["ftp://example.org/", 'https://example.org/"', "https://a b", "https://<a>", "https://'"]
)
def test_both_refuse_what_is_no_address(validator: Validator, tmp_path: Path, url: str) -> None:
    tree = tree_value(DOCS / "choose" / "tree.yml")
    tree["source"]["url"] = url

    assert len(validator(TREE_SCHEMA, [as_json(tmp_path, 0, tree)])) == 1


@pytest.mark.parametrize("validator", VALIDATORS)
def test_both_refuse_what_is_no_record(validator: Validator, tmp_path: Path) -> None:
    record = records()[0]
    spoilt = (record | {"kind": "something"}, record | {"extra": 1}, {"kind": record["kind"]})
    files = [as_json(tmp_path, number, value) for number, value in enumerate(spoilt)]

    assert len(validator(RECORD_SCHEMA, files)) == len(spoilt)
