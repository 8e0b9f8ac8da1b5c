"""Numbers the parts of two editions, so that a walk through both only compares and stores numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from fingerpost.compare.matching import Matching
from fingerpost.tree.model import Tree

type Routes = list[dict[str, int]]
"""For each question number, the node that each answer leads to; empty if the edition lacks the question."""


@dataclass(slots=True)
class NumberedEditions:
    """Two editions whose questions and outcomes share one numbering.

    Attributes:
        names: The present id of each question number.
        outcomes: The present id of each outcome; outcome number n is -2 - n in states.
        starts: The start of each edition.
        routes: The routes of each edition.
        rank: For each question number, its position in the order of both editions.
        agree: Whether every answer leads forward in that order.
    """

    names: list[str]
    outcomes: list[str]
    starts: tuple[int, int]
    routes: tuple[Routes, Routes]
    rank: list[int]
    agree: bool
    _ancestors: dict[tuple[int, int], set[int]] = field(default_factory=dict[tuple[int, int], set[int]])

    @classmethod
    def of(cls, old: Tree, new: Tree, matching: Matching) -> NumberedEditions:
        """Return two editions, numbered."""
        names = list(dict.fromkeys([*new.questions, *matching.questions.values()]))
        number = {name: index for index, name in enumerate(names)}
        outcomes = list(dict.fromkeys([*matching.outcomes.values(), *new.outcomes]))
        ends = {name: -2 - index for index, name in enumerate(outcomes)}
        # Every old id gets the number of its present id.
        old_nodes = {before: number[now] for before, now in matching.questions.items()}
        old_nodes |= {before: ends[now] for before, now in matching.outcomes.items()}
        new_nodes = {name: number[name] for name in new.questions} | {name: ends[name] for name in new.outcomes}
        routes: tuple[Routes, Routes] = ([{} for _ in names], [{} for _ in names])
        for name, question in old.questions.items():
            now = matching.questions[name]
            routes[0][number[now]] = {
                matching.answer(now, answer.id): old_nodes[answer.go] for answer in question.answers
            }
        for name, question in new.questions.items():
            routes[1][number[name]] = {answer.id: new_nodes[answer.go] for answer in question.answers}
        rank = _rank(routes)
        agree = all(
            go < 0 or rank[go] > rank[here]
            for edition in routes
            for here, ways in enumerate(edition)
            for go in ways.values()
        )
        return cls(names, outcomes, (old_nodes[old.start], new_nodes[new.start]), routes, rank, agree)

    def can_ask(self, side: int, node: int, question: int) -> bool:
        """Return whether an edition can still reach a question from a node."""
        if node < 0 or not self.routes[side][question]:
            return False
        if (side, question) not in self._ancestors:
            self._ancestors[side, question] = self._leading_to(side, question)
        return node in self._ancestors[side, question]

    def _leading_to(self, side: int, question: int) -> set[int]:
        before: dict[int, list[int]] = {}
        for here, ways in enumerate(self.routes[side]):
            for go in ways.values():
                before.setdefault(go, []).append(here)
        found = {question}
        waiting = [question]
        while waiting:
            fresh = [node for node in before.get(waiting.pop(), ()) if node not in found]
            found.update(fresh)
            waiting.extend(fresh)
        return found


def _rank(routes: tuple[Routes, Routes]) -> list[int]:
    """Return the position of each question in an order that answers of both editions follow, as far as they agree."""
    rank = [-1] * len(routes[0])
    last = len(rank)
    met = [False] * len(rank)
    for root in range(len(rank)):
        if met[root]:
            continue
        met[root] = True
        trail = [root]
        branches = [iter([*routes[0][root].values(), *routes[1][root].values()])]
        while trail:
            for node in branches[-1]:
                if node >= 0 and not met[node]:
                    met[node] = True
                    trail.append(node)
                    branches.append(iter([*routes[0][node].values(), *routes[1][node].values()]))
                    break
            else:
                branches.pop()
                last -= 1
                rank[trail.pop()] = last
    return rank


class Positions:
    """The positions of one edition's questions in an order in which every answer leads forward.

    Attributes:
        of: The position of each question number.
        longest: The most answers on a way through the edition.
    """

    def __init__(self, routes: Routes) -> None:
        waiting = [0] * len(routes)
        for ways in routes:
            for go in ways.values():
                if go >= 0:
                    waiting[go] += 1
        order = [node for node, count in enumerate(waiting) if not count]
        depth = [1] * len(routes)
        self.of = [0] * len(routes)
        for position, node in enumerate(order):
            self.of[node] = position
            for go in routes[node].values():
                if go >= 0:
                    depth[go] = max(depth[go], depth[node] + 1)
                    waiting[go] -= 1
                    if not waiting[go]:
                        order.append(go)
        self.longest = max(depth, default=0)
