"""Everything that is wrong with the `decision-tree` blocks in the pages of a documentation folder, found at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from fingerpost.findings.finding import Finding, Place
from fingerpost.site.block import WITHOUT_TREE, missing_file, missing_in, read_block
from fingerpost.site.drawings import DRAWINGS
from fingerpost.site.fences import Fence, scan
from fingerpost.tree.model import Tree

type ReadTree = Callable[[Path], tuple[Tree | None, list[Finding]]]
"""Reads the tree in a file. The findings are those to report with the blocks that name the tree."""


def broken_blocks(docs_dir: Path, read: ReadTree) -> list[Finding]:
    """Return the findings about the blocks of all pages, in the order of the pages, each once.

    Args:
        docs_dir: The documentation folder.
        read: Reads a tree.
    """
    once = cache(read)
    found = [
        finding
        for page in sorted(docs_dir.rglob("*.md"))
        if not any(part.startswith(".") for part in page.relative_to(docs_dir).parts)
        for finding in _on_page(page, docs_dir, once)
    ]
    return list({str(finding): finding for finding in found}.values())


def _on_page(page: Path, docs_dir: Path, read: ReadTree) -> Iterator[Finding]:
    try:
        lines = page.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        # The builder reports it.
        return
    for fence in scan(lines):
        if not isinstance(fence, Fence) or not fence.shows_a_tree:
            continue
        block = read_block(Place(str(page), fence.line, 1), fence.inside, fence.level, DRAWINGS)
        if isinstance(block, Finding):
            yield block
            continue
        if block.show in WITHOUT_TREE:
            continue
        if (fault := missing_file(block, docs_dir)) is not None:
            yield fault
            continue
        tree, findings = read(docs_dir / block.fields["tree"])
        yield from findings
        if tree is not None and (fault := missing_in(block, tree)) is not None:
            yield fault
