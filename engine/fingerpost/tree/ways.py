"""Counts the ways through a tree exactly, and lists them if they are few enough to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log10

from fingerpost.tree.model import Tree

LIMIT = 1000
"""The most ways that are listed. Past this they are only counted: joins can make their number exponential."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way from the start to an outcome.

    Attributes:
        answers: Question id to answer id, in the order asked.
        outcome: Id of the outcome that they lead to.
    """

    answers: Mapping[str, str]
    outcome: str


def count_ways(tree: Tree) -> dict[str, int]:
    """Return for each outcome, in the author's order, how many ways lead to it, without questions that never count.

    Args:
        tree: A tree that passed its checks.

    Returns:
        The exact numbers, in time linear in nodes and answers.
    """
    tree = tree.counting
    counts = dict.fromkeys(tree.outcomes, 0)
    waiting = {tree.start: 1}
    for question in tree.graph.order:
        # A count that was passed on is dropped: in a long tree, each has thousands of digits.
        ways_here = waiting.pop(question, 0)
        if not ways_here:
            continue
        for answer in tree.questions[question].answers:
            known = counts if answer.go in counts else waiting
            known[answer.go] = known.get(answer.go, 0) + ways_here
    return counts


def ways(tree: Tree, outcome_id: str | None = None) -> Iterator[Way]:
    """Yield every way, or every way to one outcome, depth first in the author's order of answers.

    Ways leave out the questions that never count: the other answers lead to the outcome whatever the answers to them.

    Their number can be exponential: check it with `count_ways` first, or take a limited number.

    Args:
        tree: A tree that passed its checks.
        outcome_id: The outcome to which the ways lead; None for all.
    """
    tree = tree.counting
    wanted = leading_to(tree, tree.outcomes if outcome_id is None else (outcome_id,))
    trail = [tree.start]
    branches = [iter(tree.questions[tree.start].answers)]
    taken: dict[str, str] = {}
    while trail:
        answer = next(branches[-1], None)
        if answer is None:
            branches.pop()
            taken.pop(trail.pop(), None)
            continue
        if answer.go not in wanted:
            continue
        taken[trail[-1]] = answer.id
        if answer.go in tree.outcomes:
            yield Way(dict(taken), answer.go)
        else:
            trail.append(answer.go)
            branches.append(iter(tree.questions[answer.go].answers))


def leading_to(tree: Tree, outcomes: Iterable[str]) -> set[str]:
    """Return the nodes from which one of these outcomes can be reached, themselves included."""
    leading = set(outcomes)
    for question in reversed(tree.graph.order):
        if not leading.isdisjoint(tree.graph.targets[question]):
            leading.add(question)
    return leading


def readable_count(count: int) -> str:
    """Return a number that readers can take in: exact up to twelve digits, otherwise as a power of ten."""
    if count < 10**12:
        return f"{count:,}"
    return f"about 10^{round(log10(count))}"
