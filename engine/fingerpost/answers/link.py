"""The text of a link after the `#`: one state of one tree, `id?question=answer&…&edition=…`.

Only this module builds and parses such text. It knows nothing about trees: `State.link` gives the link of a state, and
`reading.read_link` the state of a link.

The answers come first, in the order asked, and the edition after all of them. So a link that lost its end has lost its
edition, too. The reverse is not true: people also write links by hand, without an edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.answers.damaged_link import decoded, repaired
from fingerpost.answers.evidence import LONGEST_WHEN, LONGEST_WHO, Evidence
from fingerpost.tree.model import EDITION, MODE

HAND_OVER = "hand-over"
"""The mode in which the page asks only the open questions, of somebody who knows the answers."""

ASK_AGAIN = "ask_again"
"""The name that carries the questions to ask again although the link has answers to them. No id has an underscore."""

SENDER_NEED = "sender_need"
"""The name that carries the need of a reader who hands over the open questions, in that reader's own words."""

SAID_BY = "said_by"
"""The name that carries who gave answers and when, then those questions: one part for all answers of one person."""

PLAN = "plan"
"""The name that carries a whole plan, in links to the page that shows one."""

MAX_NEED = 500
"""The length to which a need in a link is cut, so that chat and mail programs still pass the link on."""

MAX_SAID = 16_384
"""The most characters of a link that say who gave the answers, so that the answers themselves always fit."""

MAX_LENGTH = 65_536
"""The longest link text that is read: browsers do not keep longer addresses, and no tree needs one."""

_CUT_CODE = re.compile(r"~[0-9A-Fa-f]?$")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a link's text, between two `&`.

    Attributes:
        text: The whole part.
        name: The text before its `=`.
        value: The text after its `=`; None if it has none.
    """

    text: str
    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class LinkParts:
    """The parts of a link text.

    Attributes:
        tree_id: The tree's id; empty if the text does not name one.
        parts: The other parts in order.
        broken_off: Whether the text ends as no whole link does.
    """

    tree_id: str
    parts: tuple[Part, ...]
    broken_off: bool


def pair(question_id: str, answer_id: str) -> str:
    """Return a question with its answer, as written in links and in data for the page."""
    return f"{question_id}={answer_id}"


def link_text(
    tree_id: str,
    answers: Iterable[tuple[str, str]],
    edition: str,
    *,
    hand_over: bool = False,
    ask_again: Iterable[str] = (),
    need: str = "",
    said: Iterable[tuple[str, Evidence]] = (),
) -> str:
    """Return a link text; for the start, which has no answers, it is the tree's id alone.

    Args:
        tree_id: Id of the tree.
        answers: Question and answer ids, in the order that the link will have.
        edition: The edition of the tree.
        hand_over: Whether the page asks only the open questions.
        ask_again: Questions to ask again, in this order.
        need: The need of the reader who hands over the questions.
        said: Questions with who answered them and when, in the order of the answers.
    """
    pairs = [pair(question, answer) for question, answer in answers]
    if not pairs and not hand_over:
        return tree_id
    pairs.append(pair(EDITION, edition))
    if hand_over:
        pairs.append(pair(MODE, HAND_OVER))
    if again := ",".join(ask_again):
        pairs.append(pair(ASK_AGAIN, again))
    pairs += _said(said)
    if need:
        pairs.append(pair(SENDER_NEED, _packed(cut(need, MAX_NEED))))
    return f"{tree_id}?{'&'.join(pairs)}"


def plan_text(tree_id: str, packed: str) -> str:
    """Return the link text that carries a plan, as `fingerpost.plan.link` packed it."""
    return f"{tree_id}?{pair(PLAN, packed)}"


def parts_of(text: str) -> LinkParts:
    """Return the parts of a link text.

    Args:
        text: The link text with or without the leading `#`, or only its answers; other programs may have changed it as
            `damaged_link` describes.
    """
    whole = repaired(text)
    tree_id, mark, query = whole.text.partition("?")
    if not mark and "=" in tree_id:
        tree_id, query = "", tree_id
    parts = tuple(_part(part) for part in query.split("&") if part)
    return LinkParts(tree_id.replace(" ", ""), parts, whole.broken_off and bool(parts))


def names_in(value: str) -> list[str]:
    """Return the questions that the value of `ASK_AGAIN` names."""
    return value.split(",")


def need_in(value: str) -> str:
    """Return the need in the value of `SENDER_NEED`, as far as it is there."""
    return cut(_unpacked(value), MAX_NEED)


def said_in(value: str) -> tuple[Evidence, list[str]]:
    """Return who and when in the value of `SAID_BY`, each on one line, and the questions that they are about."""
    who, when, *questions = [*value.split(","), ""]
    return Evidence(_line(who, LONGEST_WHO), _line(when, LONGEST_WHEN)), [name.replace(" ", "") for name in questions]


def cut(text: str, length: int = 80) -> str:
    """Return text cut to a length, with an ellipsis in place of the rest."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _part(text: str) -> Part:
    name, equals, value = text.partition("=")
    name = name.replace(" ", "")
    # Only a reader's words have spaces, where a program has decoded them.
    value = value if name in (SENDER_NEED, SAID_BY) else value.replace(" ", "")
    return Part(text, name, value if equals else None)


def _said(said: Iterable[tuple[str, Evidence]]) -> Iterable[str]:
    """Yield a part for each person and time, as far as they fit."""
    questions: dict[Evidence, list[str]] = {}
    for question, evidence in said:
        questions.setdefault(evidence, []).append(question)
    length = 0
    for evidence, theirs in questions.items():
        who, when = cut(evidence.who, LONGEST_WHO), cut(evidence.when, LONGEST_WHEN)
        part = pair(SAID_BY, ",".join((_packed(who), _packed(when), *theirs)))
        length += len(part)
        if length <= MAX_SAID:
            yield part


def _line(value: str, longest: int) -> str:
    return cut(" ".join(_unpacked(value).split()), longest)


def _unpacked(value: str) -> str:
    """Return the text that `_packed` encoded, as far as it is there."""
    words = decoded(_CUT_CODE.sub("", value).replace("+", " "), "~")
    return words.rstrip("\N{REPLACEMENT CHARACTER}")


def _packed(text: str) -> str:
    """Encode a text in characters that no program changes when it passes a link on; percent signs are not safe."""
    return "".join(
        character
        if character.isascii() and character.isalnum()
        else "+"
        if character == " "
        else "".join(f"~{byte:02X}" for byte in character.encode(errors="replace"))
        for character in text
    )
