"""`fingerpost import`: files of other programs become tree files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Run
from fingerpost.export.formats import FORMATS
from fingerpost.source import read_tree
from made_up import SUPPER


@pytest.fixture
def decision(tmp_path: Path) -> str:
    """A file with a tree of three questions."""
    file = tmp_path / "decision.dmn"
    file.write_bytes(FORMATS["dmn"].write(SUPPER, ""))
    return str(file)


def test_the_tree_file_is_written_and_checked(run: Run, tmp_path: Path, decision: str) -> None:
    file = tmp_path / "tree.yml"

    status, out, err = run("import", decision, "-o", str(file))

    assert (status, out) == (0, "")
    assert f"{file}:" in err  # no way has a worked example yet
    assert "uncovered-way" in err
    tree = read_tree(file).tree
    assert tree is not None
    assert list(tree.questions) == list(SUPPER.questions)


def test_without_an_output_the_tree_is_printed(run: Run, decision: str) -> None:
    status, out, err = run("import", decision, "--from", "dmn")

    assert status == 0
    assert out.startswith("format: 1\n")
    assert err.startswith("<tree>:")


def test_a_file_that_exists_stays_as_it_is(run: Run, tmp_path: Path, decision: str) -> None:
    file = tmp_path / "tree.yml"
    file.write_text("mine", encoding="utf-8")

    status, _, err = run("import", decision, "-o", str(file))

    assert status == 2
    assert err == f"{file}: The file can't be written: File exists.\n"
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_name_that_does_not_tell_the_format_is_refused(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "decision.txt")

    assert run("import", file) == (2, "", f"{file}: The name does not tell the format: give it with --from.\n")


def test_json_has_the_tree_and_the_findings(run: Run, tmp_path: Path, decision: str) -> None:
    status, out, err = run("import", decision, "--json")
    written = json.loads(out)

    assert (status, err) == (0, "")
    assert written["tree"].startswith("format: 1\n")
    assert {finding["code"] for finding in written["findings"]} >= {"uncovered-way"}
    file = str(tmp_path / "tree.yml")
    assert json.loads(run("import", decision, "-o", file, "--json")[1])["file"] == file


def test_a_file_that_can_not_be_read_is_reported(run: Run, tmp_path: Path) -> None:
    missing = str(tmp_path / "chart.mmd")

    assert run("import", missing) == (2, "", f"{missing}: The file can't be read: No such file or directory.\n")


def test_faults_are_told_with_the_tree_as_far_as_it_could_be_read(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "chart.MMD"
    file.write_text("graph TD\nA{Rain?} -->|Yes| B[Hat]\nA --> C[Coat]\n", encoding="utf-8")

    status, out, err = run("import", str(file))

    assert status == 1
    assert "title: Coat" in out
    assert err.startswith(f"{file}:3:3: error: import-no-label: The arrow from “Rain?” to “Coat” has no words.")


def test_without_a_tree_only_the_findings_are_told(run: Run, tmp_path: Path) -> None:
    file, written = tmp_path / "chart.txt", tmp_path / "tree.yml"
    file.write_text("graph TD\nA -->|x| B -->|y| A\n", encoding="utf-8")

    status, out, err = run("import", str(file), "--from", "mermaid", "-o", str(written))

    assert (status, out) == (1, "")
    assert err.startswith(f"{file}:2:12: error: import-no-equivalent: The arrows lead round in a circle: A → B → A.")
    assert not written.exists()
