"""The options of the Python-Markdown extension."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown

from example_trees import TREES
from fingerpost.site.extension import FingerpostExtension
from pages_with_blocks import DOCS, TREE, Builder, addresses, block, converted


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


def test_the_builders_folders_come_before_the_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs can be started in another folder than that of its settings."""
    (tmp_path / "site" / "docs").mkdir(parents=True)
    shutil.copyfile(DOCS / TREE, tmp_path / "site" / "docs" / "dragon.yml")
    monkeypatch.chdir(tmp_path)
    settings = {"config_file_path": str(tmp_path / "site" / "mkdocs.yml"), "docs_dir": str(tmp_path / "site" / "docs")}
    extension = FingerpostExtension(cache_dir="cache")
    markdown = Markdown(extensions=["fenced_code", extension])
    markdown.treeprocessors.register(Builder(file=SimpleNamespace(src_uri="index.md"), config=settings), "relpath", 0)

    with pytest.raises(SystemExit, match=r"^site/docs/dragon\.yml:\d+:\d+: error: page-not-found: "):
        markdown.convert(block("tree: dragon.yml"))

    assert list((tmp_path / "site" / "cache").iterdir())
    assert not (tmp_path / "cache").exists()


def test_a_documentation_folder_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a builder, it is seen from the current folder, which may be the wrong one."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit) as stopped:
        converted(block("tree: tree.yml"), docs_dir="docs")

    assert str(stopped.value) == (
        f"docs/snacks/index.md:3:1: error: bad-block: There is no documentation folder {tmp_path}/docs. Set the option "
        "'docs_dir' of the extension to its path; a relative one begins where the program was started."
    )
