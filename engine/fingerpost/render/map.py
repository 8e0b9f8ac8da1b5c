"""Renders a map of the whole tree: an SVG drawing with links, and an outline for narrow screens and large trees.

The drawing has classes but no styles. `map_states` returns the parts that answers change, as attributes for the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fingerpost.answers.link import pair
from fingerpost.answers.state import State
from fingerpost.render.map_layout import Box, Edge, Layout, layout
from fingerpost.render.map_states import map_states
from fingerpost.render.map_words import LINE
from fingerpost.render.node_names import short_name
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import explanation
from fingerpost.text.markup import breakable, escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree

_ROUND: Final = 28
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
    picture = layout(tree)
    drawing = "" if picture is None else _drawing(tree, links, picture)
    ours = any(question.short is not None and question.short.ours for question in tree.questions.values())
    return (
        f'<figure class="fp-map" data-map="{escape(tree.id)}" data-drawn="{str(bool(drawing)).lower()}" {words}>'
        f"{drawing}{_outline(tree, links)}<figcaption>{escape(say('map-key'))}</figcaption></figure>"
        + (explanation("map-ours", tree.source) if ours else "")
    )


def _marks(tree: Tree, node: str, state: str) -> str:
    """Return the attributes for finding a node, showing its state and reading it aloud."""
    name = short_name(tree, node)
    asked = tree.questions[node].ask.plain if node in tree.questions else name
    full = name if name == asked else f"{name}: {asked}"
    return (
        f'data-node="{escape(node)}" data-name="{escape(full)}" data-state="{state}" '
        f'aria-label="{escape(f"{full} ({say(f'map-{state}')})")}"'
    )


# ---- The drawing


def _drawing(tree: Tree, links: Mapping[str, str], picture: Layout) -> str:
    start = map_states(State(tree, {}), tree.start)["nodes"]
    edges = "".join(_edge(pair(*answer), edge) for answer, edge in picture.edges.items())
    nodes = "".join(_node(tree, node, box, links[node], start[node]) for node, box in picture.boxes.items())
    title = escape(say("map-title-picture", title=tree.title.plain))
    name = f"{escape(tree.id)}-map-title"
    width, height = picture.width, picture.height
    # An empty drawing sets the least width of the box, because a style sheet cannot read a width from an attribute.
    least = f'<svg class="fp-map-least" width="{round(width * _SMALLEST)}" height="0" aria-hidden="true"></svg>'
    return (
        f'<div class="fp-map-scroll" role="group" data-search-exclude>{least}'
        f'<svg class="fp-map-picture" role="group" aria-labelledby="{name}" '
        f'viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><title id="{name}">{title}</title>{edges}{nodes}</svg>'
        "</div>"
    )


def _node(tree: Tree, node: str, box: Box, href: str, state: str) -> str:
    kind = "question" if node in tree.questions else "outcome"
    middle = box.y + box.height // 2
    words = _lines(box.lines, box.x + box.width // 2, middle + 6 + LINE * (len(box.lines) - 1) // 2)
    radius = 8 if kind == "question" else _ROUND
    # `xlink:href`, because Material assigns to the `href` property of every element that has one, which fails for SVG.
    return (
        f'<a class="fp-map-node" xlink:href="{escape(href)}" data-kind="{kind}" {_marks(tree, node, state)}>'
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="{radius}"/>{words}</a>'
    )


def _edge(answer: str, edge: Edge) -> str:
    return (
        f'<g class="fp-map-edge" data-edge="{escape(answer)}" aria-hidden="true">'
        f'<path d="{edge.path}"/>{_lines(edge.lines, edge.x, edge.y)}</g>'
    )


def _lines(lines: tuple[str, ...], x: int, y: int) -> str:
    """Return lines of text, of which the last one stands on `y`."""
    top = y - LINE * (len(lines) - 1)
    return "".join(f'<text x="{x}" y="{top + LINE * row}">{escape(line)}</text>' for row, line in enumerate(lines))


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
