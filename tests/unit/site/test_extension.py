"""The options of the Python-Markdown extension."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from example_trees import TREES
from pages_with_blocks import TREE, addresses, block, converted


def test_pages_are_linked_as_the_builder_publishes_them() -> None:
    text = block(f"tree: {TREE}", "page: snacks/index.md")

    assert addresses(converted(text, "other/page.md")) >= {"../../snacks/", "../../snacks/toast/"}
    assert addresses(converted(text, "other/page.md", use_directory_urls=False)) >= {
        "../snacks/index.html",
        "../snacks/toast.html",
    }


def test_warnings_can_be_left_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Without a plugin, the extension prints the warnings; those whose codes it is given are not among them."""
    shutil.copy(TREES / "broken" / "uncovered-ways.yml", tmp_path / "tree.yml")
    text = block("tree: tree.yml")

    converted(text, docs_dir=str(tmp_path))
    assert ": warning: uncovered-way: " in capsys.readouterr().err
    converted(text, docs_dir=str(tmp_path), ignore=["uncovered-way"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("code", "said"),
    [("uncovered-ways", "Did you mean 'uncovered-way'"), ("cycle", "'cycle' is an error. Only warnings")],
)
def test_only_warnings_can_be_left_out(code: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        converted(block(f"tree: {TREE}"), ignore=[code])
