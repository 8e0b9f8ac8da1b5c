"""Where the reader stands in the picture of a tree. The browser needs this, but not the drawing itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from fingerpost.answers.position import nodes_ahead, position
from fingerpost.tree.model import Tree


class MapStates(TypedDict):
    """What answers change in the picture.

    Attributes:
        nodes: Node id to `answered`, `here`, `open`, `result` or `out`.
        edges: The answers given, as `question=answer`.
    """

    nodes: dict[str, str]
    edges: list[str]


def map_states(tree: Tree, answers: Mapping[str, str], asking: str | None) -> MapStates:
    """Return what the picture shows.

    Args:
        tree: The tree.
        answers: Question id to answer id or `unsure`.
        asking: The question that the page asks, which can have an answer already; None where it asks none.
    """
    where = position(tree, answers)
    ahead = nodes_ahead(tree, (*where.counted, *where.open), where.open)
    states: dict[str, str] = {}
    for node in tree.questions:
        states[node] = (
            "here" if node == asking else "answered" if node in where.counted else "open" if node in ahead else "out"
        )
    for node in tree.outcomes:
        states[node] = (
            "result" if node == where.decided and asking is None else "open" if node in where.possible else "out"
        )
    return {
        "nodes": states,
        "edges": [f"{question}={answers[question]}" for question in where.counted],
    }
