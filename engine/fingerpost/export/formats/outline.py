"""The tree as an indented outline in plain text, to read, print or paste into a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fingerpost.export.about import about
from fingerpost.export.format import Format
from fingerpost.export.words import line_of
from fingerpost.text.markup import Text
from fingerpost.tree.model import UNSURE, Outcome, Question, Tree

_LEAVES_OUT: Final = (
    "help, short names, pages, considerations, combinations, qualities, worked examples, earlier editions, the words "
    "around a result, whose texts they are, and formatting"
)


def write(tree: Tree, address: str) -> bytes:
    """Return the outline: each question once, with where its answers lead, and then the outcomes."""
    return ("\n".join(_lines(tree, address)) + "\n").encode()


def _lines(tree: Tree, address: str) -> Iterator[str]:
    # Readers want the title first, and have no use for the id.
    yield line_of(tree.title)
    yield from (f"{name}: {fact}" for name, fact in about(tree, address, _LEAVES_OUT) if name not in ("Tree", "Title"))
    numbers = {question: f"question {number}" for number, question in enumerate(tree.graph.order, 1)}
    numbers |= {outcome: f"result {number}" for number, outcome in enumerate(tree.outcomes, 1)}
    for question in tree.graph.order:
        yield ""
        yield from _question(tree, tree.questions[question], numbers, address)
    for outcome in tree.outcomes.values():
        yield ""
        yield from _outcome(outcome, numbers, address)


def _question(tree: Tree, question: Question, numbers: dict[str, str], address: str) -> Iterator[str]:
    yield f"{_capital(numbers[question.id])}: {line_of(question.ask)}"
    if question.informative:
        yield "    The answer does not change the result."
    yield from _below(question.reason, address)
    for answer in question.answers:
        note = "" if answer.note is None else f" ({line_of(answer.note)})"
        target = tree.outcomes.get(answer.go)
        named = numbers[answer.go] if target is None else f"{numbers[answer.go]}: {line_of(target.title)}"
        yield f"  - {line_of(answer.label)}{note} → {named}"
        yield from _below(answer.because, address)
    if question.unsure is not None:
        yield f"  - {_capital(UNSURE)}: {line_of(question.unsure, address)}"


def _outcome(outcome: Outcome, numbers: dict[str, str], address: str) -> Iterator[str]:
    yield f"{_capital(numbers[outcome.id])}: {line_of(outcome.title)}"
    yield from _below(outcome.summary, address)


def _below(text: Text | None, address: str) -> Iterator[str]:
    if text is not None:
        yield f"    {line_of(text, address)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


FORMAT = Format(
    order=700,
    title="Outline",
    file="outline.txt",
    media_type="text/plain",
    write=write,
    read_by="people who read or print the questions, or put them into a message",
    leaves_out=_LEAVES_OUT,
)
