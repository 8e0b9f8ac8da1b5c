"""Whether the pages that results are added to show the plan of their tree."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.findings.finding import Finding
from fingerpost.site.block import Block, bad_block


def without_plan(blocks: Iterable[tuple[str, Block]]) -> list[Finding]:
    """Return a finding for each block of questions whose `plan` names a page that does not show the plan of its tree.

    Args:
        blocks: All blocks of a site that were drawn, each with its page.
    """
    drawn = list(blocks)
    plans = {(page, block.fields["tree"]) for page, block in drawn if block.show == "plan"}
    return [
        bad_block(
            block.place,
            f"Results are added to the page '{block.plan_page}', which does not show the plan of this tree.",
            _hint(block, [page for page, tree in sorted(plans) if tree == block.fields["tree"]]),
        )
        for _, block in drawn
        if block.plan_page and (block.plan_page, block.fields["tree"]) not in plans
    ]


def _hint(block: Block, pages: list[str]) -> str:
    if pages:
        return f"Write 'plan: {pages[0]}'."
    return f"Show it there, with a block that has the lines 'tree: {block.fields['tree']}' and 'show: plan'."
