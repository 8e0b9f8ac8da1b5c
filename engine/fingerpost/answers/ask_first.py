"""Orders the open questions of a state by how much an answer narrows the result."""

from __future__ import annotations

from fingerpost.answers.state import State
from fingerpost.tree.model import Tree

MOST_WAYS_COUNTED = 2**1000
"""Larger numbers of ways are treated as equal: exact ones would take memory and gain nothing."""


def ask_first(state: State) -> tuple[str, ...]:
    """Return the open questions of a state, with the one that narrows the result most first.

    A question is rated by the number of ways through the tree that any answer to it is sure to rule out. Questions with
    the same number stay in the order asked.
    """
    tree, open_questions = state.tree, state.position.open
    if len(open_questions) < 2:
        return open_questions
    ways = _ways_below(tree)

    def sure_to_rule_out(question: str) -> int:
        return ways[question] - max(ways.get(answer.go, 1) for answer in tree.questions[question].answers)

    return tuple(sorted(open_questions, key=sure_to_rule_out, reverse=True))


def _ways_below(tree: Tree) -> dict[str, int]:
    """Return the number of ways from each question to an outcome, up to `MOST_WAYS_COUNTED`."""
    ways: dict[str, int] = {}
    for question in reversed(tree.graph.order):
        total = sum(ways.get(answer.go, 1) for answer in tree.questions[question].answers)
        ways[question] = min(total, MOST_WAYS_COUNTED)
    return ways
