"""The pages that list the questions of a large tree, which the plugin adds beside the page of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fingerpost.record.markdown import escaped
from fingerpost.render.parts import part_title, parts_of
from fingerpost.site.added_pages import part_page
from fingerpost.site.generated_pages import add_page, block
from fingerpost.text.wording import say

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from fingerpost.site.tree_report import ListedTree


def add_part_pages(listed: ListedTree, config: MkDocsConfig, files: Files) -> None:
    """Add the pages of a tree's list to a site.

    Args:
        listed: The tree.
        config: The settings of MkDocs.
        files: The files of the site.
    """
    for number in range(len(parts_of(listed.tree))):
        add_page(part_page(listed.page, listed.tree.id, number), _source(listed, number), config, files)


def _source(listed: ListedTree, number: int) -> str:
    tree = listed.tree
    title = escaped(say("part-page", title=tree.title.plain, part=part_title(tree, number)))
    return f"# {title}\n\n{block(tree=listed.file, page=listed.page, show='part', part=number + 1)}"
