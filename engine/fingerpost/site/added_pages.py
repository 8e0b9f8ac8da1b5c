"""The paths of the pages that a plugin adds: the list of a large tree, and the worked examples."""

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


def example_page(list_page: str, scenario_id: str) -> str:
    """Return the path of the page of a worked example, relative to the documentation folder.

    Args:
        list_page: The page with the list of them, relative to that folder.
        scenario_id: The scenario's id.
    """
    return posixpath.join(posixpath.dirname(list_page), f"{scenario_id}.md")
