"""The paths of the pages that list the questions of a large tree."""

from __future__ import annotations

import posixpath


def part_page(tree_page: str, tree_id: str, number: int) -> str:
    """Return the path of a page of the list, relative to the documentation folder.

    Args:
        tree_page: The page that shows the questions, relative to that folder.
        tree_id: The tree's id.
        number: The part, counted from 0.
    """
    return posixpath.join(posixpath.dirname(tree_page), f"{tree_id}-questions", f"{number + 1}.md")
