"""`fingerpost compile`: the tree as pages carry it."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import DRAGON, Run
from fingerpost.source import read_tree
from fingerpost.tree.compiled_writer import to_json


def test_compile_writes_the_tree_as_json(run: Run, tmp_path: Path) -> None:
    """The file has what pages carry."""
    file = tmp_path / "tree.json"

    assert run("compile", DRAGON, "-o", str(file)) == (0, "", "")

    tree = read_tree(DRAGON).tree
    assert tree is not None
    assert to_json(tree) == json.loads(file.read_text(encoding="utf-8"))


def test_links_stay_as_they_are_written(run: Run, tmp_path: Path) -> None:
    """The command knows no site that they could count from."""
    tree, file = tmp_path / "tree.yml", tmp_path / "tree.json"
    text = Path(DRAGON).read_text(encoding="utf-8")
    tree.write_text(text.replace("Well done on both sides.", "See [a nap](nap.md)."), encoding="utf-8")

    assert run("compile", str(tree), "-o", str(file)) == (0, "", "")

    compiled = json.loads(file.read_text(encoding="utf-8"))
    summaries = [outcome.get("summary") for outcome in compiled["outcomes"].values()]
    assert {"plain": "See a nap (nap.md).", "html": 'See <a href="nap.md">a nap</a>.'} in summaries


def test_compile_tells_what_it_made(run: Run, tmp_path: Path) -> None:
    """With --json the command says which tree it wrote where."""
    file = str(tmp_path / "tree.json")

    assert json.loads(run("compile", DRAGON, "-o", file, "--json")[1]) == {
        "tree": "dragon-snack",
        "edition": "3.1",
        "file": file,
    }


def test_compile_to_a_place_that_can_not_be_written(run: Run, tmp_path: Path) -> None:
    """A file that can't be written is reported, with status 2."""
    status, _, err = run("compile", DRAGON, "-o", str(tmp_path))

    assert status == 2
    assert "The file can't be written" in err
