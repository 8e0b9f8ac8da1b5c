"""The compiled tree as a file, and its schema."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from example_trees import DRAGON
from fingerpost.cli import main
from fingerpost.export.formats.json import write
from fingerpost.reference.compiled_schema import compiled_schema
from fingerpost.text.markup import Text
from fingerpost.tree.compiled import from_json
from made_up import SUPPER
from made_up_files import File, files, tree_of_file
from tree_files import all_trees

SCHEMA = Path(__file__).parents[3] / "docs" / "reference" / "fingerpost-compiled-tree.schema.json"


def test_it_is_the_file_that_compile_writes(tmp_path: Path) -> None:
    """The same bytes are published in `assets/fingerpost/trees`: there is one format."""
    for command in (("compile", str(DRAGON)), ("export", str(DRAGON), "--to", "json")):
        assert main([*command, "-o", str(tmp_path / command[0])]) == 0

    assert (tmp_path / "compile").read_bytes() == (tmp_path / "export").read_bytes()


@pytest.mark.parametrize("tree", all_trees(), ids=lambda tree: tree.id)
def test_nothing_of_a_tree_is_lost(tree: object) -> None:
    assert from_json(json.loads(write(tree, ""))) == tree  # pyright: ignore[reportArgumentType]


def test_check_jsonschema_finds_no_fault_in_any_tree_of_the_repository(tmp_path: Path) -> None:
    written: list[str] = []
    for tree in all_trees():
        file = tmp_path / f"{tree.id}.json"
        file.write_bytes(write(tree, "https://example.org/choose/"))
        written.append(str(file))

    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", SCHEMA, *written], capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(compiled_schema())


@settings(max_examples=30)
@given(files())
def test_every_tree_fits_the_schema(file: File) -> None:
    Draft202012Validator(compiled_schema()).validate(json.loads(write(tree_of_file(file), "")))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("questions", "hungry", "ask"), {"html": "no words"}),
        (("questions", "hungry", "answers"), {}),
        (("questions", "hungry", "colour"), "red"),
        (("questions", "hungry", "unsure"), True),
        (("outcomes", "Not An Id"), {"title": "A"}),
        (("format",), 2),
        (("id",), None),
    ],
)
def test_the_schema_sees_a_fault(path: tuple[str, ...], value: object) -> None:
    data = json.loads(write(SUPPER, ""))
    *before, last = path
    part = data
    for name in before:
        part = part[name]
    part[last] = value

    assert not Draft202012Validator(compiled_schema()).is_valid(data)


def test_links_lead_to_the_same_places_from_anywhere() -> None:
    linked = Text("a menu (menu/)", '<a href="menu/">a menu</a>')
    tree = replace(SUPPER, questions={**SUPPER.questions, "cook": replace(SUPPER.questions["cook"], help=linked)})

    written = json.loads(write(tree, "https://example.org/choose/"))["questions"]["cook"]["help"]

    assert written == {
        "plain": "a menu (https://example.org/choose/menu/)",
        "html": '<a href="https://example.org/choose/menu/">a menu</a>',
    }
    assert from_json(json.loads(write(tree, ""))) == tree
