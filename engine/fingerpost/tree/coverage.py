"""Finds out which ways through a tree have a worked example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from fingerpost.tree.model import Scenario, Tree
from fingerpost.tree.ways import LIMIT, Way, count_ways, ways

MOST_SHOWN = 20
"""Of a tree with more than `LIMIT` ways, so many are shown."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The ways through a tree that its scenarios cover.

    Attributes:
        total: The number of ways through the tree.
        covered: The number of ways that a scenario takes.
        missing: The ways that no scenario takes, in the author's order; of very many, those among the first.
        is_complete: Whether `missing` has them all.
    """

    total: int
    covered: int
    missing: tuple[Way, ...]
    is_complete: bool


def coverage(tree: Tree) -> Coverage:
    """Return which ways of a sound tree have a scenario. A scenario that is not sure covers no single way."""
    covered: set[tuple[tuple[str, str], ...]] = set()
    for scenario in tree.scenarios.values():
        taken, node = follow_scenario(tree, scenario)
        if node in tree.outcomes:
            covered.add(tuple(taken.items()))
    total = sum(count_ways(tree).values())
    shown = ways(tree) if total <= LIMIT else _first_ways(tree)
    missing = tuple(way for way in shown if tuple(way.answers.items()) not in covered)
    return Coverage(total, len(covered), missing, is_complete=total <= LIMIT)


def _first_ways(tree: Tree) -> Iterator[Way]:
    """Yield the first ways of a tree with too many, as far as they can be read."""
    answers = 0
    for way in islice(ways(tree), MOST_SHOWN):
        yield way
        answers += len(way.answers)
        if answers > LIMIT:
            return


def follow_scenario(tree: Tree, scenario: Scenario) -> tuple[dict[str, str], str]:
    """Return the answers of a scenario that are asked for, one after the other from the start, and where they end.

    This takes time only in the length of the scenario, where a position takes time in the size of the tree.
    """
    taken: dict[str, str] = {}
    node = tree.start
    while node in scenario.answers and node in tree.questions and node not in taken:
        answer = tree.questions[node].answer(scenario.answers[node])
        if answer is None:
            break
        taken[node] = answer.id
        node = answer.go
    return taken, node
