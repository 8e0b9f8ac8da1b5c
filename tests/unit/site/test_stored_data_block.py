"""A block that names no tree: the button that deletes what the site has stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from fingerpost.findings.finding import Finding
from fingerpost.site.broken_blocks import broken_blocks
from fingerpost.site.extension import FingerpostExtension

BLOCK = "```decision-tree\nshow: stored-data\n{}```\n"


def converted(docs_dir: Path, page: str, *, directory_urls: bool = True, more: str = "") -> str:
    """Return the HTML of a page with the block."""
    extension = FingerpostExtension(docs_dir=str(docs_dir), page=page, use_directory_urls=directory_urls, broken="show")
    return Markdown(extensions=[extension]).convert(BLOCK.format(more))


@pytest.mark.parametrize(
    ("page", "directory_urls", "root"),
    [
        ("about/privacy.md", True, "../../"),
        ("privacy.md", True, "../"),
        ("index.md", True, "./"),
        ("about/privacy.md", False, "../index.html"),
    ],
)
def test_it_knows_where_the_site_begins(tmp_path: Path, page: str, directory_urls: bool, root: str) -> None:
    assert f'<stored-data root="{root}"' in converted(tmp_path, page, directory_urls=directory_urls)


def test_it_has_no_other_field(tmp_path: Path) -> None:
    html = converted(tmp_path, "index.md", more="outcome: room\n")

    assert "has no other field" in html
    assert "<stored-data" not in html


def test_the_check_of_all_pages_finds_nothing_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text(BLOCK.format(""), encoding="utf-8")

    def unread(_: Path) -> tuple[None, list[Finding]]:
        raise AssertionError("there is no tree to read")

    assert broken_blocks(tmp_path, unread) == []
