"""Sequence diagrams in fenced blocks of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from fingerpost.site.extension import FingerpostExtension
from fingerpost.site.sequence_diagram import fence


def test_a_fault_ends_the_build_instead_of_showing_the_block_as_text() -> None:
    with pytest.raises(SystemExit, match="cannot be drawn"):
        fence("nonsense", "sequence", "seq", {}, None)


def test_the_fault_has_the_place_of_the_block_in_its_page(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("---\ntitle: A page\n---\n\n```sequence\nnonsense\n```\n", encoding="utf-8")
    extension = FingerpostExtension(docs_dir=str(tmp_path), page="page.md")

    with pytest.raises(SystemExit) as stopped:
        fence("nonsense", "sequence", "seq", {}, Markdown(extensions=[extension]))

    assert str(stopped.value).startswith(f"{tmp_path}/page.md:5:1: error: bad-block: A sequence diagram cannot be")
