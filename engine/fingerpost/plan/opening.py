"""Opens a plan from a text of either kind: a link or the content of a file."""

from __future__ import annotations

from fingerpost.plan.link import is_link, open_link
from fingerpost.plan.merge import MARKS
from fingerpost.plan.reading import PlanReading, read_plan
from fingerpost.tree.model import Tree


def open_plan(tree: Tree, text: str) -> tuple[PlanReading, str]:
    """Return the plan in a text, and the key of the words that tell where it is from.

    Args:
        tree: The tree that the plan should be for.
        text: A link, the part of one after the `#`, or the JSON of a plan.

    Raises:
        PlanFormatError: The text has no plan that can be opened here.
    """
    if is_link(text):
        return open_link(tree, text), MARKS[0]
    return read_plan(tree, text), MARKS[1]
