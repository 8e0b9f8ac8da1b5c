"""The text of a link after the `#`: one state of one tree, `id?question=answer&…&edition=…`.

Only this module builds and parses such text. It knows nothing about trees: `State.link` gives the link of a state, and
`reading.read_link` the state of a link.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.tree.model import EDITION, MODE

HAND_OVER = "hand-over"
"""The mode in which the page asks only the open questions, of somebody who knows the answers."""

ASK_AGAIN = "ask_again"
"""The name that carries the questions to ask again although the link has answers to them. No id has an underscore."""

SENDER_NEED = "sender_need"
"""The name that carries the need of a reader who hands over the open questions, in that reader's own words."""

MAX_NEED = 500
"""The length to which a need in a link is cut, so that chat and mail programs still pass the link on."""

MAX_LENGTH = 65_536
"""The longest link text that is read: browsers do not keep longer addresses, and no tree needs one."""

_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


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
) -> str:
    """Return a link text; for the start, which has no answers, it is the tree's id alone.

    Args:
        tree_id: Id of the tree.
        answers: Question and answer ids, in the order that the link will have.
        edition: The edition of the tree.
        hand_over: Whether the page asks only the open questions.
        ask_again: Questions to ask again, in this order.
        need: The need of the reader who hands over the questions.
    """
    pairs = [pair(question, answer) for question, answer in answers]
    if not pairs and not hand_over:
        return tree_id
    pairs.append(pair(EDITION, edition))
    if hand_over:
        pairs.append(pair(MODE, HAND_OVER))
    if again := ",".join(ask_again):
        pairs.append(pair(ASK_AGAIN, again))
    if need:
        pairs.append(pair(SENDER_NEED, _packed(cut(need, MAX_NEED))))
    return f"{tree_id}?{'&'.join(pairs)}"


def parts_of(text: str) -> tuple[str, tuple[Part, ...]]:
    """Return the tree's id in a link text (empty if there is none) and the other parts in order.

    Args:
        text: The link text with or without the leading `#`, or only its answers. Percent-encoding is accepted, because
            some programs encode a fragment when they pass a link on.
    """
    tree_id, mark, query = _decoded(text.removeprefix("#")).partition("?")
    if not mark and "=" in tree_id:
        tree_id, query = "", tree_id
    return tree_id, tuple(_part(part) for part in query.split("&") if part)


def names_in(value: str) -> list[str]:
    """Return the questions that the value of `ASK_AGAIN` names."""
    return value.split(",")


def need_in(value: str) -> str:
    """Return the need in the value of `SENDER_NEED`."""
    return cut(_decoded(value.replace("+", " "), "~"), MAX_NEED)


def cut(text: str, length: int = 80) -> str:
    """Return text cut to a length, with an ellipsis in place of the rest."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _part(text: str) -> Part:
    name, equals, value = text.partition("=")
    return Part(text, name, value if equals else None)


def _decoded(text: str, mark: str = "%") -> str:
    """Decode as `urllib.parse.unquote` does, without adding its 40 KB to every visitor's download."""
    start, *rest = text.split(mark)
    raw = bytearray(start.encode(errors="replace"))
    for part in rest:
        code = part[:2]
        is_byte = len(code) == 2 and _HEXADECIMAL.issuperset(code)
        raw += bytes.fromhex(code) if is_byte else mark.encode()
        raw += (part[2:] if is_byte else part).encode(errors="replace")
    return raw.decode(errors="replace")


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
