"""Where the reader stands in the picture of a tree. The browser needs this, but not the drawing itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from fingerpost.left import ask_first
from fingerpost.model import Tree
from fingerpost.walk import nodes_ahead, position


class MapStates(TypedDict):
    """What answers change in the picture.

    Attributes:
        nodes: Node id to `answered`, `here`, `open`, `result` or `out`.
        edges: The answers given, as `question=answer`.
    """

    nodes: dict[str, str]
    edges: list[str]


def map_states(tree: Tree, answers: Mapping[str, str]) -> MapStates:
    """Return what the picture shows for some answers: question id to answer id or `unsure`."""
    where = position(tree, answers)
    ahead = nodes_ahead(tree, (*where.counted, *where.open), where.open)
    # The question that the page asks, which need not be the first of the open ones.
    current = next(iter(ask_first(tree, where)), None) if where.decided is None else None
    states: dict[str, str] = {}
    for node in tree.questions:
        states[node] = (
            "answered" if node in where.counted else "here" if node == current else "open" if node in ahead else "out"
        )
    for node in tree.outcomes:
        states[node] = "result" if node == where.decided else "open" if node in where.possible else "out"
    return {
        "nodes": states,
        "edges": [f"{question}={answers[question]}" for question in where.counted],
    }
