"""The answers that show each question and outcome, for forms that show an item when one of some answers is given."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.tree.model import Tree

type Step = tuple[str, str]
"""A question and an answer to it."""


def shown_by(tree: Tree) -> Mapping[str, tuple[Step, ...]]:
    """Return for each question and outcome the answers of which one is enough to reach it, in the order of the tree.

    A question that never counts is passed through: an answer that leads to it also shows what comes after it. What is
    there from the beginning has no answers: the start, and what comes after it if it never counts.
    """
    graph = tree.graph
    after = graph.passed_through
    found: dict[str, dict[Step, None]] = {node: {} for node in (*graph.order, *tree.outcomes)}
    for question in graph.order:
        for answer in tree.questions[question].answers:
            for node in {answer.go: None, after.get(answer.go, answer.go): None}:
                found[node][question, answer.id] = None
    always = {tree.start, after.get(tree.start, tree.start)}
    return {node: () if node in always else tuple(steps) for node, steps in found.items()}
