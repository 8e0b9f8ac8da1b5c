"""`fingerpost export --to sheet` and `fingerpost import` of sheets, from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from command_line import DRAGON, Run
from fingerpost.compare import compare_trees
from fingerpost.source import read_tree
from imports import bare


@pytest.mark.parametrize(("name", "file"), [("ways", "ways.csv"), ("sheet", "ways.xlsx")])
def test_a_sheet_comes_back_as_a_tree_with_the_same_outcomes(run: Run, tmp_path: Path, name: str, file: str) -> None:
    sheet, tree = str(tmp_path / file), str(tmp_path / "back.yml")

    assert run("export", DRAGON, "--to", name, "-o", sheet)[0] == 0
    status, _, err = run("import", sheet, "-o", tree)
    # The worked examples are left out, so every way is without one: a warning.
    assert (status, "error" in err) == (0, False)

    status, out, _ = run("diff", DRAGON, tree, "--exit-code")
    assert status == 0
    assert "**No outcome changes.**" in out
    before, after = read_tree(DRAGON).tree, read_tree(tree).tree
    assert before is not None
    assert after is not None
    difference = compare_trees(bare(before), bare(after)).parts
    assert [each.field for each in difference.reworded] == ([] if name == "sheet" else ["short"])


def test_a_finding_names_the_cell_of_a_csv_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ways.csv"
    file.write_text("Hungry?,Outcome\nYes,Soup\nNo,\nNo,Toast\n", encoding="utf-8")

    status, out, err = run("import", str(file))

    assert status == 1
    assert f"{file}:3:2: error: import-bad-row: The row has no outcome" in err
    assert "go: toast" in out


@pytest.mark.parametrize("task", ["export", "import"])
def test_without_the_library_the_extra_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, task: str
) -> None:
    file = str(tmp_path / "ways.xlsx")
    assert run("export", DRAGON, "--to", "sheet", "-o", file)[0] == 0
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    status, out, err = run("export", DRAGON, "--to", "sheet") if task == "export" else run("import", file)

    assert (status, out) == (2, "")
    assert err.endswith("Install them with: pip install 'fingerpost[sheets]'\n")
