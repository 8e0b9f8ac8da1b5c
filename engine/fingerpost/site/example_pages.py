"""The pages of worked examples, which the plugin adds beside the list of them."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Final

from fingerpost.record.markdown import escaped
from fingerpost.render.example import in_order, name_of
from fingerpost.site.added_pages import example_page
from fingerpost.site.block import bad_block
from fingerpost.site.generated_pages import add_page, block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from fingerpost.findings.finding import Finding
    from fingerpost.site.block import Block
    from fingerpost.site.tree_report import ListedExamples
    from fingerpost.tree.model import Scenario

_DESCRIPTION: Final = 160
"""The most letters of a description that programs show."""


def add_example_pages(listed: ListedExamples, config: MkDocsConfig, files: Files) -> list[Finding]:
    """Add the pages of a tree's worked examples to a site; return a finding for each that the site already has.

    Args:
        listed: The tree, and the page with the list.
        config: The settings of MkDocs.
        files: The files of the site.
    """
    findings: list[Finding] = []
    for scenario in in_order(listed.tree):
        path = example_page(listed.list_page, scenario.id)
        if files.get_file_from_path(path):
            message = f"The scenario '{scenario.id}' has no page, because there already is a page '{path}'."
            findings.append(bad_block(listed.block.place, message, "Move the page, or rename the scenario."))
        else:
            add_page(path, _source(listed, scenario), config, files)
    return findings


def without_list(blocks: Iterable[tuple[str, Block]]) -> list[Finding]:
    """Return a finding for each block that names a page as the list of the worked examples although it is not.

    Args:
        blocks: All blocks of a site that were drawn, each with its page.
    """
    drawn = list(blocks)
    lists = {(page, block.fields["tree"]) for page, block in drawn if block.has_pages}
    return [
        bad_block(
            block.place,
            f"The page '{block.fields['list']}' has no list of this tree's worked examples with a page for each.",
            "Give its block with 'show: scenarios' a line 'pages: yes', or name the page that has it.",
        )
        for _, block in drawn
        if "list" in block.fields and (block.fields["list"], block.fields["tree"]) not in lists
    ]


def _source(listed: ListedExamples, scenario: Scenario) -> str:
    # The theme writes it between double quotes.
    need = scenario.need.plain.replace('"', "”")
    description = json.dumps(textwrap.shorten(need, _DESCRIPTION, placeholder=" …"), ensure_ascii=False)
    shown = block(tree=listed.file, page=listed.tree_page, show="example", scenario=scenario.id, list=listed.list_page)
    # Pages that explain something come before examples of it.
    front = f"---\ndescription: {description}\nsearch:\n  boost: 0.2\n---"
    return f"{front}\n\n# {escaped(name_of(scenario).plain)}\n\n{shown}"
