"""Whether the pages that results are added to show the plan of their tree."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fingerpost.findings.finding import Finding
from fingerpost.plan.reading import PlanFormatError, read_plan
from fingerpost.site.block import Block, bad_block
from fingerpost.tree.model import Tree


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


def unreadable_plan(block: Block, tree: Tree, docs_dir: Path) -> Finding | None:
    """Return a finding if a block shows a plan whose file can't be read as one, and otherwise None.

    Args:
        block: The block.
        tree: Its tree.
        docs_dir: The documentation folder.
    """
    if block.show != "plan-example":
        return None
    name = block.fields.get("file", "")
    try:
        trouble = read_plan(tree, (docs_dir / name).read_text(encoding="utf-8")).left_out
    except (OSError, UnicodeDecodeError):
        message = f"There is no file '{name}' with a plan in the documentation folder."
        return bad_block(block.place, message, "Set 'file' to the path of a saved plan from that folder.")
    except PlanFormatError as fault:
        return bad_block(block.place, f"The file '{name}' has no plan: {fault}", "Save the plan again.")
    return bad_block(block.place, f"In the file '{name}': {trouble[0]}", "Save the plan again.") if trouble else None


def _hint(block: Block, pages: list[str]) -> str:
    if pages:
        return f"Write 'plan: {pages[0]}'."
    return f"Show it there, with a block that has the lines 'tree: {block.fields['tree']}' and 'show: plan'."
