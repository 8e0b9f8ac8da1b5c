"""The text of a link: one state of one tree, `id?question=answer&…&edition=…`, as it stands after the `#`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from fingerpost.answers.position import position
from fingerpost.tree.model import EDITION, MODE, UNSURE, Tree

HAND_OVER = "hand-over"
"""The mode in which the page asks just the open questions, for somebody who knows the answers."""

ASK_AGAIN = "ask_again"
"""The name that carries the questions to ask again, although the link has answers to them. No id has such a mark."""

SENDER_NEED = "sender_need"
"""The name that carries the need of somebody who hands the open questions over, in that person's own words."""

MAX_NEED = 500
"""So many characters of a need are handed over: the link has to stay one that chat and mail programs pass on."""

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
        answers: The answers that hold, in the order of the link, under their present ids.
        problems: What was set aside, in the order of the link.
        edition: The edition that the link names, or None.
        renamed: Old and present form of each answer whose ids have changed since, for instance
            `("mood=fine", "feeling=good")`.
        hand_over: Whether the link asks just the open questions.
        asked_again: Questions to ask again, each with the answer that the link has for it. An answer other than
            "not sure" is not among `answers`, so that nothing rests on it.
        need: The need of whoever handed the questions over, in their own words.
    """

    answers: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    edition: str | None = None
    renamed: tuple[tuple[str, str], ...] = ()
    hand_over: bool = False
    asked_again: Mapping[str, str] = field(default_factory=dict[str, str])
    need: str = ""

    @property
    def given(self) -> dict[str, str]:
        """Every answer of the link, those to questions that are asked again included."""
        return {**self.answers, **self.asked_again}


def format_link(
    tree: Tree,
    answers: Mapping[str, str],
    *,
    hand_over: bool = False,
    ask_again: Collection[str] = (),
    need: str = "",
) -> str:
    """Return the link text of a state: answers that count in the order asked, then those set aside.

    The start, with no answers at all, is the tree's id alone.

    Args:
        tree: The tree.
        answers: Question id to answer id or `unsure`.
        hand_over: Whether the link is to ask just the open questions.
        ask_again: Questions to ask again, in this order; their answers are among the answers.
        need: What the reader who hands over needs to decide; it goes into no other link.

    Raises:
        ValueError: A question or answer id is not in the tree.
    """
    if not answers and not hand_over:
        return tree.id
    where = position(tree, answers)
    pairs = [f"{question}={answers[question]}" for question in (*where.counted, *where.set_aside)]
    pairs.append(f"{EDITION}={tree.edition}")
    if hand_over:
        pairs.append(f"{MODE}={HAND_OVER}")
    if ask_again:
        pairs.append(f"{ASK_AGAIN}={','.join(ask_again)}")
    if need:
        pairs.append(f"{SENDER_NEED}={_packed(_cut(need, MAX_NEED))}")
    return f"{tree.id}?{'&'.join(pairs)}"


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
    renamed: list[tuple[str, str]] = []
    edition: str | None = None
    hand_over = False
    again: list[str] = []
    need = ""
    parts = [part for part in query.split("&") if part]
    named = {part.partition("=")[0] for part in parts}
    for part in parts:
        name, equals, value = part.partition("=")
        if not equals:
            problems.append(Problem("not-understood", _cut(part)))
        elif name == EDITION:
            if edition is not None and edition != value:
                problems.append(Problem("answered-twice", _cut(part)))
            edition = value if edition is None else edition
        elif name == MODE and value == HAND_OVER:
            hand_over = True
        elif name == ASK_AGAIN:
            again += value.split(",")
        elif name == SENDER_NEED:
            need = need or _cut(_decoded(value.replace("+", " "), "~"), MAX_NEED)
        else:
            question, answer = _present(tree, name, value, named)
            kind = _problem_with(tree, answers, question, answer)
            if kind is not None:
                problems.append(Problem(kind, _cut(part), question if question in tree.questions else None))
                continue
            answers[question] = answer
            if (question, answer) != (name, value):
                renamed.append((f"{name}={value}", f"{question}={answer}"))
    if edition is not None and edition != tree.edition:
        problems.insert(0, Problem("other-edition", _cut(edition)))
    asked_again = {
        question: answers[question]
        for question in (tree.renamed.questions.get(name, name) for name in again)
        if question in answers
    }
    for question, answer in asked_again.items():
        if answer != UNSURE:
            del answers[question]
    return LinkReading(answers, tuple(problems), edition, tuple(renamed), hand_over, asked_again, need)


def _present(tree: Tree, name: str, value: str, named: Collection[str]) -> tuple[str, str]:
    """Return an answer under the ids that it has now.

    A question that took the place of another may have been asked beside it before. Where a link names both, the
    reader's own answer to the one that is still asked counts.
    """
    renamed = tree.renamed.questions.get(name, name)
    question_id = name if name in tree.questions or renamed in named else renamed
    question = tree.questions.get(question_id)
    if question is None or value == UNSURE or question.answer(value) is not None:
        return question_id, value
    return question_id, tree.renamed.answers.get(f"{question_id}/{value}", value)


def _problem_with(tree: Tree, answers: Mapping[str, str], name: str, value: str) -> ProblemKind | None:
    """Return why an answer of a link does not hold, or None."""
    question = tree.questions.get(name)
    if question is None:
        return "unknown-question"
    if value == UNSURE and not question.unsure_allowed:
        return "unsure-not-allowed"
    if value != UNSURE and question.answer(value) is None:
        return "unknown-answer"
    if answers.get(name, value) != value:
        return "answered-twice"
    return None


def _decoded(text: str, mark: str = "%") -> str:
    """Decode percent signs as `urllib.parse.unquote` does, without its 40 KB in every visitor's download."""
    start, *rest = text.split(mark)
    raw = bytearray(start.encode(errors="replace"))
    for part in rest:
        code = part[:2]
        is_byte = len(code) == 2 and _HEXADECIMAL.issuperset(code)
        raw += bytes.fromhex(code) if is_byte else mark.encode()
        raw += (part[2:] if is_byte else part).encode(errors="replace")
    return raw.decode(errors="replace")


def _packed(text: str) -> str:
    """Return a text in letters that no program changes when it passes a link on, which percent signs are not."""
    return "".join(
        character
        if character.isascii() and character.isalnum()
        else "+"
        if character == " "
        else "".join(f"~{byte:02X}" for byte in character.encode(errors="replace"))
        for character in text
    )


def _cut(text: str, length: int = 80) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
