"""The pages that list the questions of a large tree, which the plugin adds beside the page of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from fingerpost.record.markdown import escaped
from fingerpost.render.parts import part_title, parts_of
from fingerpost.site.part_addresses import part_page
from fingerpost.text.wording import say

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from fingerpost.site.tree_report import ListedTree


def add_part_pages(listed: ListedTree, config: MkDocsConfig, files: Files) -> None:
    """Add the pages of a tree's list to a site, each converted as MkDocs converts the pages that authors write.

    Args:
        listed: The tree.
        config: The settings of MkDocs.
        files: The files of the site.
    """
    for number in range(len(parts_of(listed.tree))):
        file = File.generated(
            config,
            part_page(listed.page, listed.tree.id, number),
            content=_source(listed, number),
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        files.append(file)
        page = Page(None, file, config)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)


def _source(listed: ListedTree, number: int) -> str:
    tree = listed.tree
    title = escaped(say("part-page", title=tree.title.plain, part=part_title(tree, number)))
    fields = {"tree": listed.file, "page": listed.page, "show": "part", "part": number + 1}
    block = "\n".join(f"{name}: {value}" for name, value in fields.items())
    return f"# {title}\n\n```decision-tree\n{block}\n```\n"
