"""The text of a link: one state of one tree, `id?question=answer&…&edition=…`, as it stands after the `#`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from fingerpost.model import UNSURE, Tree
from fingerpost.walk import position

EDITION = "edition"
"""The reserved name that carries the edition; no question may have it as its id."""

MAX_LENGTH = 65_536
"""A longer link text is not read: no browser keeps such an address, and no tree needs it."""

_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")

ProblemKind = Literal[
    "other-tree",
    "other-edition",
    "unknown-question",
    "unknown-answer",
    "unsure-not-allowed",
    "answered-twice",
    "not-understood",
    "too-long",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a link that could not be used as it stands.

    Attributes:
        kind: What is wrong.
        part: The part of the link that it is about, as the link has it, cut to a readable length.
        question: Id of the question concerned, where there is one.
    """

    kind: ProblemKind
    part: str
    question: str | None = None


@dataclass(frozen=True, slots=True)
class LinkReading:
    """What a link text says.

    Attributes:
        answers: The answers that hold, in the order of the link.
        problems: What was set aside, in the order of the link.
        edition: The edition that the link names, or None.
    """

    answers: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    edition: str | None = None


def format_link(tree: Tree, answers: Mapping[str, str]) -> str:
    """Return the link text of a state: answers that count in the order asked, then those set aside.

    The start, with no answers at all, is the tree's id alone.

    Raises:
        ValueError: A question or answer id is not in the tree.
    """
    if not answers:
        return tree.id
    where = position(tree, answers)
    pairs = [f"{question}={answers[question]}" for question in (*where.counted, *where.set_aside)]
    return f"{tree.id}?{'&'.join(pairs)}&{EDITION}={tree.edition}"


def read_link(tree: Tree, text: str) -> LinkReading:
    """Return the answers of a link text; whatever does not hold is reported and the rest still counts.

    Args:
        tree: The tree that the link should be for.
        text: The link text, with or without the leading `#`, or its answers alone; percent-encoding is
            accepted, because some programs encode a fragment when they pass a link on. Empty text is the start.
    """
    text = text.removeprefix("#")
    if len(text) > MAX_LENGTH:
        return LinkReading({}, (Problem("too-long", _cut(text)),))
    tree_id, mark, query = _decoded(text).partition("?")
    if not mark and "=" in tree_id:
        tree_id, query = "", tree_id
    if tree_id not in ("", tree.id):
        return LinkReading({}, (Problem("other-tree", _cut(tree_id)),))
    answers: dict[str, str] = {}
    problems: list[Problem] = []
    edition: str | None = None
    for part in filter(None, query.split("&")):
        name, equals, value = part.partition("=")
        if not equals:
            problems.append(Problem("not-understood", _cut(part)))
        elif name == EDITION:
            if edition is not None and edition != value:
                problems.append(Problem("answered-twice", _cut(part)))
            edition = edition or value
        elif (problem := _problem_with(tree, answers, name, value)) is not None:
            problems.append(problem)
        else:
            answers[name] = value
    if edition is not None and edition != tree.edition:
        problems.insert(0, Problem("other-edition", _cut(edition)))
    return LinkReading(answers, tuple(problems), edition)


def _problem_with(tree: Tree, answers: Mapping[str, str], name: str, value: str) -> Problem | None:
    """Return why an answer of a link does not hold, or None."""
    part = _cut(f"{name}={value}")
    question = tree.questions.get(name)
    if question is None:
        return Problem("unknown-question", part)
    if value == UNSURE and not question.unsure_allowed:
        return Problem("unsure-not-allowed", part, name)
    if value != UNSURE and question.answer(value) is None:
        return Problem("unknown-answer", part, name)
    if answers.get(name, value) != value:
        return Problem("answered-twice", part, name)
    return None


def _decoded(text: str) -> str:
    """Decode percent signs as `urllib.parse.unquote` does, without its 40 KB in every visitor's download."""
    start, *rest = text.split("%")
    raw = bytearray(start.encode(errors="replace"))
    for part in rest:
        code = part[:2]
        is_byte = len(code) == 2 and _HEXADECIMAL.issuperset(code)
        raw += bytes.fromhex(code) if is_byte else b"%"
        raw += (part[2:] if is_byte else part).encode(errors="replace")
    return raw.decode(errors="replace")


def _cut(text: str, length: int = 80) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
