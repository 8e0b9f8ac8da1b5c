"""The addresses of pages: as one links to another, and the one that a builder is converting."""

from __future__ import annotations

import pytest
from markdown import Markdown

from built_site import read
from fingerpost.site.addresses import relative_address
from fingerpost.site.extension import FingerpostExtension
from pages_with_blocks import DOCS, TREE, Builder, addresses, block


@pytest.mark.parametrize(
    ("page", "target", "folders", "files"),
    [
        ("index.md", "index.md", "./", "index.html"),
        ("index.md", "choose/index.md", "choose/", "choose/index.html"),
        ("index.md", "about.md", "about/", "about.html"),
        ("about.md", "index.md", "../", "index.html"),
        ("about.md", "other.md", "../other/", "other.html"),
        ("choose/index.md", "index.md", "../", "../index.html"),
        ("choose/index.md", "choose/other.md", "other/", "other.html"),
        ("choose/index.md", "patterns/push.md", "../patterns/push/", "../patterns/push.html"),
        ("patterns/push.md", "choose/index.md", "../../choose/", "../choose/index.html"),
        ("patterns/push.md", "patterns/README.md", "../", "index.html"),
        ("a/b/c/d.md", "a/e.md", "../../../e/", "../../e.html"),
    ],
)
def test_one_page_as_seen_from_another(page: str, target: str, folders: str, files: str) -> None:
    assert relative_address(page, target, directory_urls=True) == folders
    assert relative_address(page, target, directory_urls=False) == files


def test_under_an_early_zensical_the_page_has_another_name() -> None:
    markdown = Markdown(extensions=[FingerpostExtension(docs_dir=str(DOCS))])
    markdown.treeprocessors.register(Builder(path="other/page.md"), "zrelpath", 0)

    page = read(markdown.convert(block(f"tree: {TREE}", "page: snacks/index.md")))

    assert "../../snacks/toast/" in addresses(page)
