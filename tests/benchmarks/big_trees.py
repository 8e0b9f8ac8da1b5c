"""Large made-up trees with joins, for benchmarks."""

from __future__ import annotations

from random import Random

from fingerpost.model import Tree
from made_up import tree_of


def ladder(questions: int) -> Tree:
    """Return a tree of pairs of questions, each of which leads to both of the next pair.

    It has 2 to the power of half its questions ways: anything that lists them never ends.
    """
    rungs = questions // 2
    sides: dict[str, dict[str, str]] = {"l0": {"yes": "l1", "no": "r1"}}
    for rung in range(1, rungs):
        below = {"yes": f"l{rung + 1}", "no": f"r{rung + 1}"} if rung + 1 < rungs else {"yes": "up", "no": "down"}
        sides[f"l{rung}"] = below
        sides[f"r{rung}"] = dict(below)
    return tree_of(sides, ("up", "down"), tree_id="ladder")


def thicket(questions: int, outcomes: int = 20, seed: int = 1) -> Tree:
    """Return a random tree in which every question leads on to the next few, so that branches join all the time."""
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
