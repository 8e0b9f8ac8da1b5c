"""The tree as an indented outline in plain text, to read, print or paste into a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fingerpost.export.format import Format
from fingerpost.tree.model import Question, Tree

_LEAVES_OUT: Final = "help, notes, worked examples and whom to ask when not sure"


def write(tree: Tree, address: str) -> bytes:
    """Return the outline: each question once, and where its answers lead."""
    return ("\n".join(_lines(tree, address)) + "\n").encode()


def _lines(tree: Tree, address: str) -> Iterator[str]:
    yield tree.title.plain
    yield f"Edition {tree.edition}"
    if address:
        yield f"From {address}"
    yield f"Left out: {_LEAVES_OUT}."
    numbers = {question: str(number) for number, question in enumerate(tree.graph.order, 1)}
    for question in tree.graph.order:
        yield ""
        yield from _question(tree, tree.questions[question], numbers)


def _question(tree: Tree, question: Question, numbers: dict[str, str]) -> Iterator[str]:
    yield f"{numbers[question.id]}. {question.ask.plain}"
    for answer in question.answers:
        outcome = tree.outcomes.get(answer.go)
        target = f"question {numbers[answer.go]}" if outcome is None else outcome.title.plain
        yield f"   - {answer.label.plain} → {target}"


FORMAT = Format(
    order=700,
    title="Outline",
    file="outline.txt",
    media_type="text/plain",
    write=write,
    read_by="people who read or print the questions, or put them into a message",
    leaves_out=_LEAVES_OUT,
)
