"""A tree as a graph: edges, order and reachability. Everything takes linear time in nodes and answers.

Targets that do not exist are ignored, so that the checks can use the graph of a broken tree.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fingerpost.tree.model import Question

MOST_WAYS_COUNTED = 2**1000
"""Larger numbers of ways are treated as equal: exact ones would take memory and gain nothing."""

type Step = tuple[str, str]
"""A question and the answer to it that leads on."""


class Graph:
    """The questions and outcomes of a tree with the edges between them; each property is computed on first use.

    To get the graph of a tree, use `Tree.graph`.
    """

    def __init__(self, start: str, questions: Mapping[str, Question], outcomes: Collection[str]) -> None:
        """Take the nodes of a tree, which may be broken in any way."""
        self._start = start
        self._questions = questions
        self._outcomes = outcomes

    @cached_property
    def targets(self) -> Mapping[str, tuple[str, ...]]:
        """Question id to the distinct existing nodes that its answers lead to, in the author's order."""
        nodes = {*self._questions, *self._outcomes}
        return {
            question.id: tuple(dict.fromkeys(answer.go for answer in question.answers if answer.go in nodes))
            for question in self._questions.values()
        }

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The questions of an acyclic graph, each before every question that it leads to (Kahn's algorithm)."""
        before = dict.fromkeys(self.targets, 0)
        for found in self.targets.values():
            for target in found:
                if target in before:
                    before[target] += 1
        order = [question for question, count in before.items() if not count]
        for question in order:
            for target in self.targets[question]:
                if target in before:
                    before[target] -= 1
                    if not before[target]:
                        order.append(target)
        return tuple(order)

    @cached_property
    def only_outcomes(self) -> Mapping[str, str]:
        """Each question from which only one outcome can be reached, with that outcome; the graph must be acyclic."""
        only: dict[str, str] = {}
        for question in reversed(self.order):
            found = {target if target in self._outcomes else only.get(target) for target in self.targets[question]}
            outcome = found.pop() if len(found) == 1 else None
            if outcome is not None:
                only[question] = outcome
        return only

    @cached_property
    def passed_through(self) -> Mapping[str, str]:
        """Each question that never counts, with the node that comes after it and others of its kind.

        These are the questions that their author calls informative, and whose answers lead to one node or, in the end,
        to one outcome. Questions on a cycle are left out.
        """
        after: dict[str, str] = {}
        if not any(question.informative for question in self._questions.values()):
            return after
        for question in reversed(self.order):
            if self._questions[question].informative:
                found = {after.get(target, target) for target in self.targets[question]}
                node = found.pop() if len(found) == 1 else self.only_outcomes.get(question)
                if node is not None:
                    after[question] = node
        return after

    @cached_property
    def ways_below(self) -> Mapping[str, int]:
        """The number of ways from each question to an outcome, up to `MOST_WAYS_COUNTED`; the graph must be acyclic."""
        ways: dict[str, int] = {}
        for question in reversed(self.order):
            total = sum([ways.get(answer.go, 1) for answer in self._questions[question].answers])
            ways[question] = min(total, MOST_WAYS_COUNTED)
        return ways

    @cached_property
    def longest_ways(self) -> Mapping[str, int]:
        """The most questions on a way from each question to an outcome, itself included; the graph must be acyclic."""
        longest: dict[str, int] = {}
        for question in reversed(self.order):
            longest[question] = 1 + max([longest.get(target, 0) for target in self.targets[question]], default=0)
        return longest

    @cached_property
    def first_steps(self) -> Mapping[str, Step | None]:
        """Each node that can be reached from the start, with the step that first leads to it.

        Following the steps backwards gives one of the shortest ways (see `way_to`); among equally short ways the
        author's order decides. The start has no step. The graph may have cycles.
        """
        if self._start not in self._questions and self._start not in self._outcomes:
            return {}
        steps: dict[str, Step | None] = {self._start: None}
        waiting = [self._start]
        for node in waiting:
            if node not in self._questions:
                continue
            for answer in self._questions[node].answers:
                known = answer.go in self._questions or answer.go in self._outcomes
                if known and answer.go not in steps:
                    steps[answer.go] = (node, answer.id)
                    waiting.append(answer.go)
        return steps

    def way_to(self, node: str) -> dict[str, str]:
        """Return the answers of a shortest way from the start to a node, in the order asked.

        Raises:
            KeyError: The node cannot be reached.
        """
        way: list[Step] = []
        step = self.first_steps[node]
        while step is not None:
            way.append(step)
            step = self.first_steps[step[0]]
        return dict(reversed(way))
