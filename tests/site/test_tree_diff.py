"""What a pull request is told about its trees."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tree_diff
from fingerpost.site.starter import new_tree


def test_each_changed_tree_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed tree is compared, a broken or a new one is named, and an unchanged one is left out."""
    monkeypatch.setattr(tree_diff, "ROOT", tmp_path)
    monkeypatch.setattr(tree_diff.environment, "prepare", lambda: None)
    docs = tmp_path / "docs"
    docs.mkdir()
    text = new_tree()["tree.yml"]

    def commit() -> None:
        who = ("-c", "user.name=Author", "-c", "user.email=author@example.org", "-c", "commit.gpgsign=false")
        for words in (("add", "."), (*who, "commit", "--quiet", "--message", "Change")):
            subprocess.run(["git", *words], cwd=tmp_path, check=True)

    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    for name in ("changed", "broken", "same"):
        (docs / f"{name}.yml").write_text(text)
    commit()
    (docs / "changed.yml").write_text(text.replace("title: A room", "title: A hall"))
    (docs / "broken.yml").write_text(text.replace("go: room", "go: nowhere"))
    (docs / "new.yml").write_text(text)
    commit()
    output = tmp_path / "report.md"
    monkeypatch.setattr(sys, "argv", ["tree_diff.py", "HEAD~1", "HEAD", str(output)])

    assert tree_diff.main() == 0
    report = output.read_text(encoding="utf-8")
    assert "- outcome `room`, title:\n    - before: `A room`\n    - after: `A hall`" in report
    assert "`docs/broken.yml` can't be read, or one of the two editions can't be walked." in report
    assert "`docs/new.yml` is new" in report
    assert "same.yml" not in report
