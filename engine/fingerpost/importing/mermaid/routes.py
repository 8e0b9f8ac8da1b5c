"""Finds the questions of a flowchart, its start, and what of it a tree can't express."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from fingerpost.importing.mermaid.chart import OUTCOME_MARK, QUESTION_MARK, Chart, Edge
from fingerpost.importing.mermaid.labels import words_of
from fingerpost.source.collector import Collector

_MOST_NAMED: Final = 6

type Edges = dict[str, list[Edge]]


def routes(chart: Chart, found: Collector) -> tuple[str, Edges] | None:
    """Return the name of the first box, and the arrows out of each question; None if the chart can't be a tree.

    A box with a single arrow without words has nothing to ask, so what leads to it leads on to the next.

    Args:
        chart: The flowchart.
        found: Collects the findings.
    """
    edges: Edges = {}
    for edge in chart.edges:
        edges.setdefault(edge.tail, []).append(edge)
    _report_exported_outcomes(chart, found)
    if _report_cycle(chart, edges, found):
        return None
    start = _start(chart, edges, found)
    if start is None:
        return None
    after = _passed_through(chart, edges, found)
    kept = {
        name: [replace(edge, head=after.get(edge.head, edge.head)) for edge in leading]
        for name, leading in edges.items()
        if name not in after
    }
    start = after.get(start, start)
    if start not in kept:
        place = chart.nodes[start].place
        found.add("import-no-equivalent", place, "There is no question: no box has two arrows.", "Check the file.")
        return None
    for leading in kept.values():
        _report_labels(chart, leading, found)
    return start, kept


def _report_exported_outcomes(chart: Chart, found: Collector) -> None:
    """Report the arrows out of boxes that were exported as outcomes."""
    if not chart.is_exported:
        return
    for edge in chart.edges:
        if edge.tail.startswith(OUTCOME_MARK):
            message = f"“{_named(chart, edge.tail)}” is an outcome by its name, but an arrow leads out of it."
            hint = f"Delete the arrow, or let the name begin with '{QUESTION_MARK}' wherever it stands."
            found.add("import-no-equivalent", edge.place, message, hint)


def _start(chart: Chart, edges: Edges, found: Collector) -> str | None:
    heads = {edge.head for edge in chart.edges}
    alone = [name for name in chart.nodes if name not in heads and name not in edges]
    for name in alone:
        message = f"No arrow leads to “{_named(chart, name)}” or from it, so it is left out."
        found.add("import-left-out", chart.nodes[name].place, message, "Draw the arrow, or delete the box.")
    starts = [name for name in chart.nodes if name in edges and name not in heads]
    if not edges:
        found.add("import-no-equivalent", found.place(1, 1), "The flowchart has no arrows.", "Check the file.")
        return None
    for name in starts[1:]:
        first = _named(chart, starts[0])
        message = f"“{_named(chart, name)}” is a second start beside “{first}”. A tree has one."
        hint = "Let an arrow lead to it, or import its part as a tree of its own."
        found.add("import-no-equivalent", chart.nodes[name].place, message, hint)
    return starts[0] if len(starts) == 1 else None


def _report_cycle(chart: Chart, edges: Edges, found: Collector) -> bool:
    """Report the first arrow that leads back, if there is one."""
    done: set[str] = set()
    for root in edges:
        trail = [] if root in done else [root]
        branches = [iter(edges[root])]
        on_trail = {root}
        while trail:
            edge = next(branches[-1], None)
            if edge is None:
                branches.pop()
                name = trail.pop()
                on_trail.discard(name)
                done.add(name)
            elif edge.head in on_trail:
                _report_way_round(chart, [*trail[trail.index(edge.head) :], edge.head], edge, found)
                return True
            elif edge.head not in done and edge.head in edges:
                trail.append(edge.head)
                on_trail.add(edge.head)
                branches.append(iter(edges[edge.head]))
    return False


def _report_way_round(chart: Chart, cycle: list[str], edge: Edge, found: Collector) -> None:
    shown = " → ".join(
        [*(_named(chart, name) for name in cycle[:_MOST_NAMED]), *(["…"] if cycle[_MOST_NAMED:] else [])]
    )
    message = f"The arrows lead round in a circle: {shown}. A tree asks no question twice."
    found.add("import-no-equivalent", edge.place, message, "Delete this arrow, or let it lead elsewhere.")


def _passed_through(chart: Chart, edges: Edges, found: Collector) -> Mapping[str, str]:
    """Return each box that asks nothing, with the box that comes after it and others of its kind."""
    steps = {name: leading[0].head for name, leading in edges.items() if len(leading) == 1 and not leading[0].label}
    after: dict[str, str] = {}
    for name in steps:
        message = f"“{_named(chart, name)}” asks nothing: one arrow without words leads on. It is left out."
        hint = "Put its words into the help of a question, if readers need them."
        found.add("import-left-out", chart.nodes[name].place, message, hint)
        way = [name]
        while (target := steps[way[-1]]) in steps and target not in after:
            way.append(target)
        end = after.get(target, target)
        after.update(dict.fromkeys(way, end))
    return after


def _report_labels(chart: Chart, leading: list[Edge], found: Collector) -> None:
    for edge in leading:
        if not edge.label:
            message = f"The arrow from “{_named(chart, edge.tail)}” to “{_named(chart, edge.head)}” has no words."
            hint = "Write the answer on it: '-->|Yes|'. In the tree, the answer has the words of the box it leads to."
            found.add("import-no-label", edge.place, message, hint)


def _named(chart: Chart, name: str) -> str:
    text = chart.nodes[name].text if name in chart.nodes else ""
    return (words_of(text) or name)[:60]
