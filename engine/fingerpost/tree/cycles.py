"""Cycles of questions, which an author has to break before a tree can be published."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.tree.model import Tree

type _Targets = Mapping[str, list[str]]


def find_cycles(tree: Tree) -> list[list[str]]:
    """Return one shortest cycle for each group of questions that lead to one another; none for an acyclic tree.

    The questions of a cycle are in the order asked, beginning with the one that comes first in the file.
    """
    order = {question: number for number, question in enumerate(tree.questions)}
    targets = {
        question: [target for target in found if target in tree.questions]
        for question, found in tree.graph.targets.items()
    }
    firsts = {min(group, key=order.__getitem__): set(group) for group in _groups_in_cycles(targets)}
    return [_shortest_cycle(targets, first, firsts[first]) for first in sorted(firsts, key=order.__getitem__)]


def _groups_in_cycles(targets: _Targets) -> list[list[str]]:
    """Return the strongly connected components that hold a cycle (Tarjan's algorithm, without recursion)."""
    groups: list[list[str]] = []
    met: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    in_waiting: set[str] = set()
    for root in targets:
        if root in met:
            continue
        trail = [root]
        branches = [iter(targets[root])]
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
                    if len(group) > 1 or node in targets[node]:
                        groups.append(group)
            elif target not in met:
                trail.append(target)
                branches.append(iter(targets[target]))
            elif target in in_waiting:
                lowest[node] = min(lowest[node], met[target])
    return groups


def _shortest_cycle(targets: _Targets, question_id: str, group: set[str]) -> list[str]:
    """Return the questions of a shortest cycle through one question of a strongly connected group."""
    before: dict[str, str] = {}
    waiting = [question_id]
    for node in waiting:
        for target in targets[node]:
            if target == question_id:
                cycle = [node]
                while cycle[-1] != question_id:
                    cycle.append(before[cycle[-1]])
                return cycle[::-1]
            if target in group and target not in before:
                before[target] = node
                waiting.append(target)
    raise AssertionError("every question of a strongly connected group lies on a cycle")
