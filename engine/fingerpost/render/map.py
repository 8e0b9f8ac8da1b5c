"""Renders a map of the whole tree: an SVG drawing with links, and an outline for narrow screens.

The drawing is laid out from left to right: a node is one column after the last question that leads to it. It has
classes but no styles. `map_states` returns the parts that answers change; the page only sets attributes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Final

from fingerpost.answers.link import pair
from fingerpost.answers.state import State
from fingerpost.render.map_states import map_states
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import breakable, escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree

NODES_DRAWN = 60
"""The most nodes in a drawing: a larger one would be illegible, so larger trees only have an outline."""

_WIDTH: Final = 176
_HEIGHT: Final = 56
_COLUMN: Final = 268
_ROW: Final = 78
_LETTERS: Final = 19
_SWEEPS: Final = 8
_SMALLEST: Final = 12.2 / 17
"""The smallest scale of the drawing: its text of 17 pixels is never smaller than 12."""


_STATES: Final = ("answered", "here", "open", "result", "out")


def tree_map(tree: Tree, surroundings: Surroundings) -> str:
    """Return the drawing and the outline of a tree; each node links to a state that shows it.

    Args:
        tree: A tree that passed its checks.
        surroundings: The addresses for the page with the map.
    """
    links = {
        node: surroundings.state(State(tree, tree.graph.way_to(node)).link)
        for node in (*tree.questions, *tree.outcomes)
    }
    # The page adds the word for a node's state after its name.
    words = " ".join(f'data-say-{state}="({escape(say(f"map-{state}"))})"' for state in _STATES)
    drawing = _drawing(tree, links) if len(links) <= NODES_DRAWN else ""
    return (
        f'<figure class="fp-map" data-map="{escape(tree.id)}" data-drawn="{str(bool(drawing)).lower()}" {words}>'
        f"{drawing}{_outline(tree, links)}<figcaption>{escape(say('map-key'))}</figcaption></figure>"
    )


def short_name(tree: Tree, node: str) -> str:
    """Return a name that fits into the drawing: an outcome's title, or the words of a question's id."""
    return tree.outcomes[node].title.plain if node in tree.outcomes else node.replace("-", " ").capitalize()


def _marks(tree: Tree, node: str, state: str) -> str:
    """Return the attributes for finding a node, showing its state and reading it aloud."""
    name = short_name(tree, node)
    full = f"{name}: {tree.questions[node].ask.plain}" if node in tree.questions else name
    return (
        f'data-node="{escape(node)}" data-name="{escape(full)}" data-state="{state}" '
        f'aria-label="{escape(f"{full} ({say(f'map-{state}')})")}"'
    )


# ---- The drawing


def _drawing(tree: Tree, links: Mapping[str, str]) -> str:
    corners = _corners(tree)
    start = map_states(State(tree, {}), tree.start)["nodes"]
    edges = [
        _edge(question.id, answer.id, answer.label.plain, corners[question.id], corners[answer.go])
        for question in tree.questions.values()
        for answer in question.answers
    ]
    nodes = [_node(tree, node, corner, links[node], start[node]) for node, corner in corners.items()]
    width = max(x for x, _ in corners.values()) + _WIDTH + 4
    height = max(y for _, y in corners.values()) + _HEIGHT + 4
    title = escape(say("map-title-picture", title=tree.title.plain))
    name = f"{escape(tree.id)}-map-title"
    # An empty drawing sets the least width of the box, because a style sheet cannot read a width from an attribute.
    least = f'<svg class="fp-map-least" width="{round(width * _SMALLEST)}" height="0" aria-hidden="true"></svg>'
    return (
        f'<div class="fp-map-scroll" role="group" data-search-exclude>{least}'
        f'<svg class="fp-map-picture" role="group" aria-labelledby="{name}" '
        f'viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><title id="{name}">{title}</title>{"".join(edges)}{"".join(nodes)}</svg>'
        "</div>"
    )


def _node(tree: Tree, node: str, corner: tuple[int, int], href: str, state: str) -> str:
    x, y = corner
    kind = "question" if node in tree.questions else "outcome"
    lines = textwrap.wrap(short_name(tree, node), _LETTERS) or [""]
    # A node has room for two lines.
    lines = lines if len(lines) <= 2 else [lines[0], f"{lines[1]} …"]
    top = y + _HEIGHT // 2 + 6 - 10 * (len(lines) - 1)
    words = "".join(
        f'<text x="{x + _WIDTH // 2}" y="{top + 20 * number}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    radius = 8 if kind == "question" else _HEIGHT // 2
    # `xlink:href`, because Material assigns to the `href` property of every element that has one, which fails for SVG.
    return (
        f'<a class="fp-map-node" xlink:href="{escape(href)}" data-kind="{kind}" {_marks(tree, node, state)}>'
        f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="{radius}"/>{words}</a>'
    )


def _edge(question_id: str, answer_id: str, label: str, start: tuple[int, int], end: tuple[int, int]) -> str:
    x1, y1 = start[0] + _WIDTH, start[1] + _HEIGHT // 2
    x2, y2 = end[0], end[1] + _HEIGHT // 2
    middle = (x1 + x2) // 2
    # Two fifths along the curve: close to its question, and clear of the other answers.
    label_x, label_y = x1 + (x2 - x1) * 2 // 5, y1 + (y2 - y1) * 7 // 20 + 5
    short = textwrap.shorten(label, 14, placeholder="…")
    return (
        f'<g class="fp-map-edge" data-edge="{escape(pair(question_id, answer_id))}" aria-hidden="true">'
        f'<path d="M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"/>'
        f'<text x="{label_x}" y="{label_y}">{escape(short)}</text></g>'
    )


def _corners(tree: Tree) -> dict[str, tuple[int, int]]:
    """Return the upper left corner of every node that can be reached from the start."""
    columns = _columns(tree)
    tallest = max(len(column) for column in columns) * _ROW
    return {
        node: (2 + number * _COLUMN, 2 + (2 * row + 1) * tallest // (2 * len(column)) - _ROW // 2)
        for number, column in enumerate(columns)
        for row, node in enumerate(column)
    }


def _columns(tree: Tree) -> list[list[str]]:
    """Return the nodes by column, with each column in an order that avoids crossing lines where possible."""
    depth = {tree.start: 0}
    for question in tree.graph.order:
        if question in depth:
            for target in tree.graph.targets[question]:
                depth[target] = max(depth.get(target, 0), depth[question] + 1)
    columns: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for node in (*tree.questions, *tree.outcomes):
        if node in depth:
            columns[depth[node]].append(node)
    neighbours: dict[str, list[str]] = {node: [] for node in depth}
    for question in tree.questions:
        if question in depth:
            for target in tree.graph.targets[question]:
                neighbours[question].append(target)
                neighbours[target].append(question)
    for sweep in range(_SWEEPS):
        rows = {node: (row + 0.5) / len(column) for column in columns for row, node in enumerate(column)}
        for column in columns if sweep % 2 else reversed(columns):
            means = {
                node: sum(rows[other] for other in neighbours[node]) / max(len(neighbours[node]), 1) for node in column
            }
            column.sort(key=means.__getitem__)
            rows.update({node: (row + 0.5) / len(column) for row, node in enumerate(column)})
    return columns


# ---- The outline


def _outline(tree: Tree, links: Mapping[str, str]) -> str:
    start = map_states(State(tree, {}), tree.start)["nodes"]

    def link(node: str) -> str:
        return (
            f'<a href="{escape(links[node])}" {_marks(tree, node, start[node])}>{breakable(short_name(tree, node))}</a>'
        )

    items = "".join(
        f"<li>{link(question.id)}<ul>"
        + "".join(f"<li>{answer.label.html}: {link(answer.go)}</li>" for answer in question.answers)
        + "</ul></li>"
        for question in tree.questions.values()
    )
    return (
        '<details class="fp-fold fp-map-outline" data-search-exclude open>'
        f"<summary>{escape(say('map-outline'))}</summary><ol>{items}</ol></details>"
    )
