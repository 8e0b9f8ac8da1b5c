"""A tree goes out as DMN and comes back by the command line."""

from __future__ import annotations

from pathlib import Path

from command_line import DRAGON, Run


def test_a_tree_that_comes_back_decides_alike(run: Run, tmp_path: Path) -> None:
    file, back = str(tmp_path / "decision.dmn"), str(tmp_path / "tree.yml")

    assert run("export", DRAGON, "--to", "dmn", "-o", file)[0] == 0
    assert run("import", file, "-o", back)[:2] == (0, "")
    _, out, _ = run("diff", DRAGON, back)

    assert "**No outcome changes.**" in out


def test_a_file_that_can_not_be_imported_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "decision.dmn"
    file.write_text("<!DOCTYPE a><a/>", encoding="utf-8")

    status, out, err = run("import", str(file))

    assert (status, out) == (1, "")
    assert err.startswith(f"{file}:1:1: error: import-unsafe: ")
