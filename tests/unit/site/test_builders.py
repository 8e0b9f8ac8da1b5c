"""Facts that builders know, from stand-ins for them; tests/site/test_builders.py asks the builders themselves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from fingerpost.site import builders
from pages_with_blocks import Builder


def mkdocs(settings: Mapping[str, object]) -> Markdown:
    """Return a Markdown instance as MkDocs prepares it."""
    md = Markdown()
    md.treeprocessors.register(Builder(config=settings), "relpath", 0)
    return md


def zensical(settings: Mapping[str, object]) -> Markdown:
    """Return a Markdown instance as Zensical prepares it."""
    md = Markdown()
    context = Preprocessor()
    context.__dict__.update(page=SimpleNamespace(path="a.md"), config=settings)
    md.preprocessors.register(context, "rendering_context", 0)
    return md


@pytest.mark.parametrize("started_in", [".", "elsewhere"])
def test_folders_are_those_of_the_settings_wherever_the_builder_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started_in: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / started_in)
    project = tmp_path / "site"
    prepared = [
        mkdocs({"config_file_path": str(project / "mkdocs.yml"), "docs_dir": str(project / "pages")}),
        zensical({"root_dir": str(project), "docs_dir": "pages"}),
    ]

    way = Path() if started_in == "." else Path("..")
    assert [builders.project_folder(md) for md in prepared] == [way / "site"] * 2
    assert [builders.docs_folder(md) for md in prepared] == [way / "site" / "pages"] * 2


def test_without_a_builder_nothing_is_known() -> None:
    md = Markdown()

    assert (builders.docs_folder(md), builders.project_folder(md)) == (None, None)
    assert (builders.page_being_converted(md), builders.uses_directory_urls(md)) == (None, None)
