"""Whether the pages that blocks lead to show the questions of their trees."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.findings.finding import Finding
from fingerpost.site.block import Block, bad_block


def led_astray(blocks: Iterable[tuple[str, Block]]) -> list[Finding]:
    """Return a finding for each page that answers lead to and that does not show the questions of their tree.

    Args:
        blocks: All blocks of a site that were drawn, each with its page.
    """
    drawn = list(blocks)
    shown = {(page, block.fields["tree"]) for page, block in drawn if block.show == "questions"}
    findings: dict[tuple[str, str], Finding] = {}
    for block in (block for _, block in drawn if not block.compares):
        led_to = (block.tree_page, block.fields["tree"])
        if led_to not in shown and led_to not in findings:
            findings[led_to] = bad_block(
                block.place,
                f"The answers lead to the page '{block.tree_page}', which does not show the questions of this tree.",
                _hint(block, [page for page, tree in sorted(shown) if tree == block.fields["tree"]]),
            )
    return list(findings.values())


def _hint(block: Block, pages: list[str]) -> str:
    if not pages:
        return f"Show them there, with a block that names only '{block.fields['tree']}'."
    return f"Add a line 'page: {pages[0]}' to each block of this tree."
