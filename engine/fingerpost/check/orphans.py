"""The parts of a tree that no answers lead to, each with what only follows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from fingerpost.findings.spelling import closest
from fingerpost.tree.graph import Graph


def orphans(graph: Graph, nodes: Iterable[str], explained: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the nodes that nothing leads to, with the nodes that can be reached only from there.

    Args:
        graph: The graph of the tree.
        nodes: All its nodes, in the order of the file.
        explained: For each fault that may have cut off a node, the word that stands in its place; empty if there is
            none. Each explains one node, of those with the most similar id.
    """
    cut_off = [node for node in nodes if node not in graph.first_steps]
    inside = set(cut_off)
    led_to = {target for node in cut_off for target in graph.targets.get(node, ()) if target != node}
    found: dict[str, list[str]] = {}
    met: set[str] = set()
    # Of a circle, which nothing else leads to, the first in the file comes first.
    for node in (*(node for node in cut_off if node not in led_to), *cut_off):
        if node in met:
            continue
        behind = [node]
        met.add(node)
        for each in behind:
            behind += (new := [t for t in graph.targets.get(each, ()) if t in inside and t not in met])
            met.update(new)
        found[node] = behind[1:]
    for word in explained:
        if found:
            del found[closest(word, found) or _first(found)]
    return found


def _first(found: Collection[str]) -> str:
    return next(iter(found))
