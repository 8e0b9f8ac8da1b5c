"""The tree seen as a graph: edges, reachability and order. Every function is linear in nodes and answers.

Targets that do not exist are passed over here, so that the checks can use these functions on a broken tree.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from fingerpost.tree.model import Tree


class _Outline:
    """What most functions need to know of a tree, worked out once."""

    def __init__(self, tree: Tree) -> None:
        nodes = tree.questions.keys() | tree.outcomes.keys()
        self.tree = tree
        self.targets = {
            question.id: tuple(dict.fromkeys(answer.go for answer in question.answers if answer.go in nodes))
            for question in tree.questions.values()
        }

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The questions, each before every question that it leads to (Kahn's algorithm)."""
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


_outlines: list[_Outline] = []
_OUTLINES_KEPT = 4
"""Trees looked at in turn: two editions side by side, or the trees of one page."""


def _outline(tree: Tree) -> _Outline:
    for outline in _outlines:
        if outline.tree is tree:
            return outline
    _outlines.insert(0, _Outline(tree))
    del _outlines[_OUTLINES_KEPT:]
    return _outlines[0]


def targets(tree: Tree, question_id: str) -> tuple[str, ...]:
    """Return the distinct existing nodes that a question's answers lead to, in the author's order."""
    return _outline(tree).targets[question_id]


def questions_in_order(tree: Tree) -> tuple[str, ...]:
    """Return the question ids so that each stands before every question that it leads to.

    The tree must have no cycle.
    """
    return _outline(tree).order


def find_cycles(tree: Tree) -> list[list[str]]:
    """Return a shortest cycle for each group of questions that lead to one another; none in an acyclic tree.

    Each cycle has its questions in the order they are asked, from the one that the author wrote first.
    """
    order = {question: number for number, question in enumerate(tree.questions)}
    firsts = {min(group, key=order.__getitem__): set(group) for group in _groups_in_cycles(tree)}
    return [_shortest_cycle(tree, first, firsts[first]) for first in sorted(firsts, key=order.__getitem__)]


def _groups_in_cycles(tree: Tree) -> list[list[str]]:
    """Return the strongly connected components that hold a cycle (Tarjan's algorithm, without recursion)."""
    groups: list[list[str]] = []
    met: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    in_waiting: set[str] = set()
    for root in tree.questions:
        if root in met:
            continue
        trail = [root]
        branches = [iter(_question_targets(tree, root))]
        while trail:
            node = trail[-1]
            if node not in met:
                met[node] = lowest[node] = len(met)
                waiting.append(node)
                in_waiting.add(node)
            target = next(branches[-1], None)
            if target is None:
                trail.pop()
                branches.pop()
                if trail:
                    lowest[trail[-1]] = min(lowest[trail[-1]], lowest[node])
                if lowest[node] == met[node]:
                    group = [waiting.pop()]
                    while group[-1] != node:
                        group.append(waiting.pop())
                    in_waiting.difference_update(group)
                    if len(group) > 1 or node in _question_targets(tree, node):
                        groups.append(group)
            elif target not in met:
                trail.append(target)
                branches.append(iter(_question_targets(tree, target)))
            elif target in in_waiting:
                lowest[node] = min(lowest[node], met[target])
    return groups


def _question_targets(tree: Tree, question_id: str) -> list[str]:
    return [target for target in targets(tree, question_id) if target in tree.questions]


def _shortest_cycle(tree: Tree, question_id: str, group: set[str]) -> list[str]:
    """Return the questions of a shortest cycle through one question of a strongly connected group."""
    before: dict[str, str] = {}
    waiting = [question_id]
    for node in waiting:
        for target in _question_targets(tree, node):
            if target == question_id:
                cycle = [node]
                while cycle[-1] != question_id:
                    cycle.append(before[cycle[-1]])
                return cycle[::-1]
            if target in group and target not in before:
                before[target] = node
                waiting.append(target)
    raise AssertionError("every question of a strongly connected group lies on a cycle")


def only_outcomes(tree: Tree) -> dict[str, str]:
    """Return each question from which a single outcome can be reached, with that outcome.

    The tree must have no cycle.
    """
    only: dict[str, str] = {}
    for question in reversed(questions_in_order(tree)):
        found = {target if target in tree.outcomes else only.get(target) for target in targets(tree, question)}
        outcome = found.pop() if len(found) == 1 else None
        if outcome is not None:
            only[question] = outcome
    return only


def first_steps(tree: Tree) -> dict[str, tuple[str, str] | None]:
    """Return, for each node reachable from the start, the question and answer by which it is first met.

    Following the steps backwards gives one of the shortest ways (see `way_to`); among equally short ways the
    author's order decides. The start has no step. The tree may have cycles.
    """
    if tree.start not in tree.questions and tree.start not in tree.outcomes:
        return {}
    steps: dict[str, tuple[str, str] | None] = {tree.start: None}
    waiting = [tree.start]
    for node in waiting:
        if node not in tree.questions:
            continue
        for answer in tree.questions[node].answers:
            known = answer.go in tree.questions or answer.go in tree.outcomes
            if known and answer.go not in steps:
                steps[answer.go] = (node, answer.id)
                waiting.append(answer.go)
    return steps


def way_to(steps: Mapping[str, tuple[str, str] | None], node: str) -> dict[str, str]:
    """Return the answers that lead to a node, in the order asked, from the steps of `first_steps`."""
    way: list[tuple[str, str]] = []
    step = steps[node]
    while step is not None:
        way.append(step)
        step = steps[step[0]]
    return dict(reversed(way))
