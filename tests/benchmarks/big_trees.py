"""Large made-up trees whose branches join, for the benchmarks."""

from __future__ import annotations

from random import Random

from fingerpost.tree.model import Tree
from made_up import tree_of


def ladder(questions: int) -> Tree:
    """Return a tree of two rails with a rung at every step; with n questions, it has 2^(n/2) ways."""
    rungs = max(1, questions // 2)
    routes: dict[str, dict[str, str]] = {}
    for rung in range(rungs):
        left, right = (f"left-{rung + 1}", f"right-{rung + 1}") if rung + 1 < rungs else ("moon", "sun")
        routes[f"left-{rung}"] = {"stay": left, "cross": right}
        routes[f"right-{rung}"] = {"stay": right, "cross": left}
    # The first question leads to both rails.
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


def thicket(questions: int, outcomes: int = 20, seed: int = 1) -> Tree:
    """Return a random tree in which every question leads to one of the next few, so that branches join often."""
    random = Random(seed)  # noqa: S311 - a made-up tree, not a secret
    ends = tuple(f"end{number}" for number in range(outcomes))
    nodes: dict[str, dict[str, str]] = {}
    for number in range(questions):
        near = [f"q{min(questions - 1, number + random.randint(1, 30))}" for _ in range(2)]
        last = number >= questions - 31
        nodes[f"q{number}"] = {
            "yes": f"q{number + 1}" if number + 1 < questions else ends[0],
            "no": random.choice(ends) if last or random.random() < 0.01 else near[0],
            "other": random.choice(ends) if last else near[1],
        }
    return tree_of(nodes, ends, tree_id="thicket")
