"""The tree as a graph in the language DOT of Graphviz, drawn from left to right."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Final

from fingerpost.export.about import about
from fingerpost.export.format import Format
from fingerpost.export.words import line_of, one_line
from fingerpost.text.markup import Text
from fingerpost.tree.model import Answer, Outcome, Question, Tree

_LEAVES_OUT: Final = (
    "“not sure” and whom to ask then, help, short names, pages, considerations, combinations, qualities, worked "
    "examples, earlier editions, the words around a result, whose texts they are, and formatting"
)

_FONT: Final = "fontname=Helvetica"
_WIDTH: Final = 28
_WIDTH_OF_ANSWERS: Final = 20

_INVISIBLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def write(tree: Tree, address: str) -> bytes:
    """Return the graph: each question and outcome is a node under its id, and each answer an edge."""
    return ("\n".join(_lines(tree, address)) + "\n").encode()


def _lines(tree: Tree, address: str) -> Iterator[str]:
    for name, fact in about(tree, address, _LEAVES_OUT):
        yield f"// {name}: {fact}"
    yield f'digraph "{tree.id}" {{'
    yield f"  graph [charset=utf8, {_FONT}, label={_wrapped(tree.title, 60)}, labelloc=t, rankdir=LR];"
    yield f"  node [{_FONT}, shape=box];"
    yield f"  edge [{_FONT}, fontsize=12];"
    for question in tree.questions.values():
        yield _question(question, address)
    for outcome in tree.outcomes.values():
        yield _outcome(outcome, address)
    for question in tree.questions.values():
        for answer in question.answers:
            yield _answer(question, answer, address)
    yield "}"


def _question(question: Question, address: str) -> str:
    more = _tooltip(question.reason, question.ask, address=address)
    return f'  "{question.id}" [label={_wrapped(question.ask, _WIDTH)}, tooltip={more}];'


def _outcome(outcome: Outcome, address: str) -> str:
    # Told apart by shape and not by colour alone.
    style = 'shape=ellipse, style=filled, fillcolor="#e8eef7"'
    more = _tooltip(outcome.summary, outcome.title, address=address)
    return f'  "{outcome.id}" [label={_wrapped(outcome.title, _WIDTH)}, {style}, tooltip={more}];'


def _answer(question: Question, answer: Answer, address: str) -> str:
    more = _tooltip(answer.because, answer.note, answer.label, address=address)
    return (
        f'  "{question.id}" -> "{answer.go}" [label={_wrapped(answer.label, _WIDTH_OF_ANSWERS)}, '
        f"tooltip={more}, labeltooltip={more}];"
    )


def _tooltip(*texts: Text | None, address: str) -> str:
    """Return the first of some texts that is there: without one, viewers would show the words of the label again."""
    return _quoted(next(line_of(text, address) for text in texts if text is not None))


def _wrapped(text: Text, width: int) -> str:
    lines = textwrap.wrap(line_of(text), width, break_on_hyphens=False)
    return '"' + r"\n".join(map(_escaped, lines)) + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(one_line(text))}"'


def _escaped(text: str) -> str:
    r"""Return a text that Graphviz shows unchanged: it reads `\N`, for instance, and entities of HTML in strings."""
    visible = _INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return visible.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


FORMAT = Format(
    order=500,
    title="Graphviz",
    file="tree.dot",
    media_type="text/vnd.graphviz",
    write=write,
    read_by="Graphviz and the many programs that read its language",
    leaves_out=_LEAVES_OUT,
)
