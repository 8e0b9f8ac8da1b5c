"""The drawing of the decisions: the start on top, what a decision takes below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import fmean
from typing import Final
from xml.etree.ElementTree import Element

from fingerpost.export.dmn.decisions import required_decisions
from fingerpost.export.xml import node
from fingerpost.render.map_columns import node_columns
from fingerpost.tree.model import Tree

_WIDTH: Final = 220
_HEIGHT: Final = 80
_GAP: Final = 60

type _Spot = tuple[int, int]
"""The left upper corner of a shape."""


def table_layout(tree: Tree) -> Element:
    """Return the drawing of one decision above the inputs."""
    inputs = {question: (_column(number), _row(1)) for number, question in enumerate(tree.questions)}
    decision = (_column(len(inputs) - 1) // 2 if inputs else 0, 0)
    edges = [(f"requirement_{tree.start}_input_{question}", spot, decision) for question, spot in inputs.items()]
    return _drawing(tree, {tree.start: decision}, inputs, edges)


def graph_layout(tree: Tree) -> Element:
    """Return the drawing of the decisions in rows by the most questions asked before, each with its input beside it."""
    above: dict[str, list[str]] = {question: [] for question in tree.graph.order}
    for question in tree.graph.order:
        for other in required_decisions(tree, question):
            above[other].append(question)
    order = {question: number for number, question in enumerate(tree.graph.order)}
    decisions: dict[str, _Spot] = {}
    for depth, nodes in enumerate(node_columns(tree)):
        row = sorted((node for node in nodes if node in order), key=order.__getitem__)
        # Each stands as near as it can to those above that take its result.
        row.sort(key=lambda question: fmean([decisions[other][0] for other in above[question]] or [0]))
        decisions |= {question: (_column(2 * number), _row(2 * depth)) for number, question in enumerate(row)}
    inputs = {question: (x + _WIDTH + _GAP, y + _HEIGHT // 2 + _GAP) for question, (x, y) in decisions.items()}
    edges: list[tuple[str, _Spot, _Spot]] = []
    for question, spot in decisions.items():
        edges.append((f"requirement_{question}_input_{question}", inputs[question], spot))
        edges += [
            (f"requirement_{question}_decision_{other}", decisions[other], spot)
            for other in required_decisions(tree, question)
        ]
    return _drawing(tree, decisions, inputs, edges)


def _column(number: int) -> int:
    return number * (_WIDTH + _GAP)


def _row(number: int) -> int:
    return number * (_HEIGHT + _GAP)


def _drawing(
    tree: Tree, decisions: dict[str, _Spot], inputs: dict[str, _Spot], edges: Iterable[tuple[str, _Spot, _Spot]]
) -> Element:
    words = {question: (each.short or each.ask).plain for question, each in tree.questions.items()}
    of_decisions = words if len(decisions) > 1 else {tree.start: tree.title.plain}
    return node(
        "dmndi:DMNDI",
        {},
        node(
            "dmndi:DMNDiagram",
            {"id": "diagram"},
            *_shapes("decision", decisions, of_decisions),
            *_shapes("input", inputs, words),
            *[_edge(*edge) for edge in edges],
        ),
    )


def _shapes(kind: str, spots: dict[str, _Spot], words: dict[str, str]) -> Iterator[Element]:
    for question, (x, y) in spots.items():
        yield node(
            "dmndi:DMNShape",
            {"id": f"shape_{kind}_{question}", "dmnElementRef": f"{kind}_{question}"},
            node("dc:Bounds", {"x": str(x), "y": str(y), "width": str(_WIDTH), "height": str(_HEIGHT)}),
            node("dmndi:DMNLabel", {}, node("dmndi:Text", {}, text=words[question])),
        )


def _edge(requirement: str, below: _Spot, above: _Spot) -> Element:
    """Return an arrow from the top of what is taken to the bottom of the decision that takes it."""
    points = [(below[0] + _WIDTH // 2, below[1]), (above[0] + _WIDTH // 2, above[1] + _HEIGHT)]
    return node(
        "dmndi:DMNEdge",
        {"id": f"edge_{requirement}", "dmnElementRef": requirement},
        *[node("di:waypoint", {"x": str(x), "y": str(y)}) for x, y in points],
    )
