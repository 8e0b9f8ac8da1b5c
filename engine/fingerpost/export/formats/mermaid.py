"""The tree as a Mermaid flowchart, which many wikis, code hosts and editors draw.

The comments hold what a flowchart has no place for: facts about the tree, and the ids of answers. The importer reads
them. Each node has its id in the tree after `q_` or `o_`, since Mermaid takes a node called `end` for its own keyword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fingerpost.export.about import about
from fingerpost.export.format import Format
from fingerpost.export.words import line_of
from fingerpost.text.markup import Text
from fingerpost.tree.model import Question, Tree

_LEAVES_OUT: Final = (
    "“not sure” and whom to ask then, help, notes, reasons, short names, summaries, pages, considerations, "
    "combinations, qualities, worked examples, earlier editions, the words around a result, whose texts they are, and"
    " formatting"
)
_MOST_EDGES: Final = 500
"""The number of arrows up to which Mermaid draws a flowchart, unless its settings say otherwise."""

_MARK: Final = re.compile(r"[^\w ,.!?()/+\u2013-\u201d\u2026-]|[_\ufb02]|^[-+]")
"""A character that Mermaid could take for its own syntax, for Markdown or for HTML, at least in some places."""

_MARK_IN_COMMENTS: Final = re.compile(r"(?<=%)%|[#&](?=#?\w+;)")
"""The second sign of `%%`, because Mermaid takes `%%{` for settings even in comments; and what reads as a number."""

_NUMBER_OF_AN_ITEM: Final = re.compile(r"^(\d+)([.)])(?=\s|$)")


def write(tree: Tree, address: str) -> bytes:
    """Return the flowchart: first the questions and outcomes, then the answers as arrows between them."""
    return ("\n".join(_lines(tree, address)) + "\n").encode()


def _lines(tree: Tree, address: str) -> Iterator[str]:
    for name, fact in about(tree, address, _LEAVES_OUT):
        yield f"%% {name}: {_numbered(_MARK_IN_COMMENTS, fact)}"
    edges = sum(len(question.answers) for question in tree.questions.values())
    if edges > _MOST_EDGES:
        yield f"%% Note: to draw this, set Mermaid's maxEdges to {edges} or more."
    yield "flowchart TD"
    yield f"  accTitle: {_label(tree.title)}"
    yield f"  accDescr: Decision tree, edition {_escaped(tree.edition)}"
    for question in tree.questions.values():
        yield from _question(question)
    for outcome in tree.outcomes.values():
        yield f'  o_{outcome.id}(["{_label(outcome.title)}"])'
    for question in tree.questions.values():
        for answer in question.answers:
            target = f"{'o' if answer.go in tree.outcomes else 'q'}_{answer.go}"
            yield f'  q_{question.id} -->|"{_label(answer.label)}"| {target}'


def _question(question: Question) -> Iterator[str]:
    informative = " (informative)" if question.informative else ""
    yield f"  %% q_{question.id}{informative}: {', '.join(answer.id for answer in question.answers)}"
    yield f'  q_{question.id}["{_label(question.ask)}"]'


def _label(text: Text) -> str:
    return _escaped(line_of(text))


def _escaped(text: str) -> str:
    """Return a text with a number in the place of each character that could be taken for syntax."""
    safe = _numbered(_MARK, text)
    return _NUMBER_OF_AN_ITEM.sub(lambda found: f"{found[1]}#{ord(found[2])};", safe)


def _numbered(mark: re.Pattern[str], text: str) -> str:
    return mark.sub(lambda found: f"#{ord(found[0])};", text)


FORMAT = Format(
    order=400,
    title="Mermaid",
    file="tree.mmd",
    media_type="text/vnd.mermaid",
    write=write,
    read_by="wikis, code hosts and editors that draw diagrams from text",
    leaves_out=_LEAVES_OUT,
)
