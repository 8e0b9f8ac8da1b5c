"""`fingerpost export`: a tree in formats of other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import DRAGON, Run
from fingerpost.export.formats import FORMATS
from fingerpost.source import read_tree


@pytest.mark.parametrize("name", FORMATS)
def test_export_writes_each_format(run: Run, tmp_path: Path, name: str) -> None:
    """The file has what the format's writer gives, and what is left out is said."""
    file = tmp_path / "exported"
    tree = read_tree(DRAGON).tree
    assert tree is not None
    left_out = FORMATS[name].leaves_out

    status, out, err = run("export", DRAGON, "--to", name, "-o", str(file), "--address", "https://example.org/d/#x")

    assert (status, out) == (0, "")
    assert err == (f"{FORMATS[name].title} leaves out {left_out}.\n" if left_out else "")
    assert file.read_bytes() == FORMATS[name].write(tree, "https://example.org/d/")


def test_export_to_a_place_that_can_not_be_written(run: Run, tmp_path: Path) -> None:
    """A file that can't be written is reported, with status 2."""
    status, _, err = run("export", DRAGON, "--to", "outline", "-o", str(tmp_path))

    assert status == 2
    assert "The file can't be written" in err


def test_export_tells_as_json_what_it_wrote(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "outline.txt")

    status, out, err = run("export", DRAGON, "--to", "outline", "-o", file, "--json")

    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "tree": "dragon-snack",
        "edition": "3.1",
        "format": "outline",
        "file": file,
        "leaves_out": FORMATS["outline"].leaves_out,
    }


def test_no_two_formats_write_the_same_file() -> None:
    assert len({each.file for each in FORMATS.values()}) == len(FORMATS)
