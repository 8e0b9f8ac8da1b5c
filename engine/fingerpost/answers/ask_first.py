"""Which of several open questions to ask first."""

from __future__ import annotations

from fingerpost.answers.state import State
from fingerpost.tree.model import Tree

MOST_WAYS_COUNTED = 2**1000
"""Larger numbers of ways are treated as equal: to hold them exactly would cost memory and gain nothing."""


def ask_first(state: State) -> tuple[str, ...]:
    """Return the open questions of a state, the one that narrows most leading.

    A question narrows by the number of ways through the tree that its answer is sure to rule out, whichever
    answer it is. Equals stay in the order asked.
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
