"""The columns of a tree's map, from left to right, and the order of what stands in each.

A node is one column after the last question that leads to it. A line that passes a column has a waypoint there, so that
it gets a row of its own and never runs under a node. Lines to one node share their waypoints.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from fingerpost.tree.model import Question, Tree

_SWEEPS: Final = 16

type Columns = list[list[str]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The columns of a map.

    Attributes:
        columns: Ids of nodes and waypoints by column.
        routes: A question and the node that an answer of it leads to: the waypoints on the way, then the node.
    """

    columns: Columns
    routes: Mapping[tuple[str, str], tuple[str, ...]]

    def answers(self, question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each answer of a question: its id, and the waypoints to what it leads to, with that at the end."""
        for answer in question.answers:
            yield answer.id, self.routes[question.id, answer.go]

    def hops(self) -> list[list[tuple[str, str]]]:
        """Return the lines from each column to the next, each as a pair of ids."""
        number_of = {item: number for number, column in enumerate(self.columns) for item in column}
        found: list[dict[tuple[str, str], None]] = [{} for _ in self.columns]
        for (question, _), route in self.routes.items():
            for hop in pairwise((question, *route)):
                found[number_of[hop[0]]][hop] = None
        return [list(hops) for hops in found]


def node_columns(tree: Tree) -> Columns:
    """Return the nodes that can be reached from the start, by column."""
    depth = {tree.start: 0}
    for question in tree.graph.order:
        if question in depth:
            for target in tree.graph.targets[question]:
                depth[target] = max(depth.get(target, 0), depth[question] + 1)
    columns: Columns = [[] for _ in range(max(depth.values()) + 1)]
    for node in (*tree.questions, *tree.outcomes):
        if node in depth:
            columns[depth[node]].append(node)
    return columns


def with_waypoints(tree: Tree, nodes: Columns) -> Arrangement:
    """Return the columns of nodes with the waypoints added to them."""
    columns = [list(column) for column in nodes]
    depth = {node: number for number, column in enumerate(nodes) for node in column}
    routes: dict[tuple[str, str], tuple[str, ...]] = {}
    for question in (node for node in depth if node in tree.questions):
        for target in tree.graph.targets[question]:
            # No id of a node has a slash.
            waypoints = {number: f"{target}/{number}" for number in range(depth[question] + 1, depth[target])}
            routes[question, target] = (*waypoints.values(), target)
            for number, waypoint in waypoints.items():
                if waypoint not in columns[number]:
                    columns[number].append(waypoint)
    return Arrangement(columns, routes)


def untangled(arrangement: Arrangement) -> Arrangement:
    """Return the arrangement in the order, of those tried, in which the fewest lines cross."""
    hops = arrangement.hops()
    neighbours: dict[str, list[str]] = {item: [] for column in arrangement.columns for item in column}
    for first, second in (hop for gap in hops for hop in gap):
        neighbours[first].append(second)
        neighbours[second].append(first)
    tried = list(_orders(arrangement.columns, neighbours))
    return Arrangement(min(tried, key=lambda columns: _crossings(columns, hops)), arrangement.routes)


def _orders(columns: Columns, neighbours: Mapping[str, Iterable[str]]) -> Iterator[Columns]:
    """Yield better and better orders: each item moves to the mean row of its neighbours, column by column."""
    columns = [list(column) for column in columns]
    yield [list(column) for column in columns]
    rows = {item: (row + 0.5) / len(column) for column in columns for row, item in enumerate(column)}
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 else reversed(columns):
            means = {item: _mean([rows[other] for other in neighbours[item]]) for item in column}
            column.sort(key=means.__getitem__)
            rows.update({item: (row + 0.5) / len(column) for row, item in enumerate(column)})
        yield [list(column) for column in columns]


def _mean(values: list[float]) -> float:
    return sum(values) / max(len(values), 1)


def _crossings(columns: Columns, hops: list[list[tuple[str, str]]]) -> int:
    rows = {item: row for column in columns for row, item in enumerate(column)}
    count = 0
    for gap in hops:
        ends: list[int] = []
        for _, end in sorted((rows[first], rows[second]) for first, second in gap):
            count += len(ends) - bisect_right(ends, end)
            insort(ends, end)
    return count
