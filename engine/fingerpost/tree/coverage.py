"""Finds the ways through a tree that have a worked example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from fingerpost.tree.model import Scenario, Tree
from fingerpost.tree.ways import LIMIT, Way, count_ways, ways

MOST_SHOWN = 20
"""The most ways shown of a tree that has more than `LIMIT`."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The ways through a tree that its scenarios cover.

    Attributes:
        total: The number of ways through the tree.
        covered: The number of ways that a scenario takes.
        missing: The ways that no scenario takes, in the author's order; if there are very many ways, those among the
            first.
        is_complete: Whether `missing` has all of them.
    """

    total: int
    covered: int
    missing: tuple[Way, ...]
    is_complete: bool


def coverage(tree: Tree) -> Coverage:
    """Return the ways through a sound tree that have a scenario. A scenario with "not sure" covers no single way."""
    tree = tree.counting
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
    """Yield the first ways of a tree that has too many, until there are enough of them or of their answers."""
    answers = 0
    for way in islice(ways(tree), MOST_SHOWN):
        yield way
        answers += len(way.answers)
        if answers > LIMIT:
            return


def follow_scenario(tree: Tree, scenario: Scenario) -> tuple[dict[str, str], str]:
    """Follow a scenario from the start; return the answers that are asked for, in order, and the node they lead to.

    The time taken depends only on the length of the scenario; that of a position depends on the size of the tree.
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
