"""Large made-up trees whose branches join, for the benchmarks."""

from __future__ import annotations

from fingerpost.model import Tree
from made_up import tree_of


def ladder(questions: int) -> Tree:
    """Return a tree of two rails with a rung at every step: 2 to the power of half its questions of ways."""
    rungs = max(1, questions // 2)
    routes: dict[str, dict[str, str]] = {}
    for rung in range(rungs):
        left, right = (f"left-{rung + 1}", f"right-{rung + 1}") if rung + 1 < rungs else ("moon", "sun")
        routes[f"left-{rung}"] = {"stay": left, "cross": right}
        routes[f"right-{rung}"] = {"stay": right, "cross": left}
    # A first question, so that both rails are reached.
    return tree_of({"start": {"left": "left-0", "right": "right-0"}, **routes}, ("moon", "sun"))


def bush(questions: int) -> Tree:
    """Return a wide tree: each question has three answers, and every third branch joins its neighbour."""
    outcomes = tuple(f"outcome-{number}" for number in range(10))
    routes: dict[str, dict[str, str]] = {}
    for number in range(questions):
        targets: list[str] = []
        for branch in range(3):
            child = 2 * number + 1 + branch
            targets.append(f"question-{child}" if child < questions else outcomes[child % len(outcomes)])
        routes[f"question-{number}"] = dict(zip(("a", "b", "c"), targets, strict=True))
    return tree_of(routes, outcomes)
