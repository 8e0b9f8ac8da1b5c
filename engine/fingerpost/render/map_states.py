"""The appearance of a state in the map of a tree. The browser needs this, but not the drawing itself."""

from __future__ import annotations

from typing import TypedDict

from fingerpost.answers.link import pair
from fingerpost.answers.position import nodes_ahead
from fingerpost.answers.state import State


class MapStates(TypedDict):
    """The parts of the map that answers change.

    Attributes:
        nodes: Node id to `answered`, `here`, `open`, `result` or `out`.
        edges: The answers that count, each as `link.pair` returns it.
    """

    nodes: dict[str, str]
    edges: list[str]


def map_states(state: State, asking: str | None) -> MapStates:
    """Return how the map shows a state.

    Args:
        state: The state.
        asking: The question that the page asks, which may already have an answer; None if it asks none.
    """
    tree, position = state.tree, state.position
    live = (*position.counted, *position.open)
    states = dict.fromkeys((*tree.questions, *tree.outcomes), "out")
    ahead = nodes_ahead(tree, live, position.open)
    states.update(dict.fromkeys((*position.open, *ahead, *position.reached), "open"))
    states.update(dict.fromkeys(position.counted, "answered"))
    if asking is not None:
        states[asking] = "here"
    elif position.decided is not None:
        states[position.decided] = "result"
    return {
        "nodes": states,
        "edges": [pair(question, state.answers[question]) for question in position.counted],
    }
