"""The options of the Python-Markdown extension."""

from __future__ import annotations

from pages_with_blocks import TREE, addresses, block, converted


def test_pages_are_linked_as_the_builder_publishes_them() -> None:
    text = block(f"tree: {TREE}", "page: snacks/index.md")

    assert addresses(converted(text, "other/page.md")) >= {"../../snacks/", "../../snacks/toast/"}
    assert addresses(converted(text, "other/page.md", use_directory_urls=False)) >= {
        "../snacks/index.html",
        "../snacks/toast.html",
    }
