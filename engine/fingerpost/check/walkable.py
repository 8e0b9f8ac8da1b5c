"""A tree that readers can still walk, whatever else is wrong with it."""

from __future__ import annotations

from fingerpost.tree.cycles import find_cycles
from fingerpost.tree.model import Tree


def can_be_walked(tree: Tree) -> bool:
    """Return whether every answer of a tree leads on, and every way ends at an outcome."""
    nodes = {*tree.questions, *tree.outcomes}
    return (
        tree.start in tree.questions
        and len(nodes) == len(tree.questions) + len(tree.outcomes)
        and all(question.answers for question in tree.questions.values())
        and all(answer.go in nodes for question in tree.questions.values() for answer in question.answers)
        and not find_cycles(tree)
    )
