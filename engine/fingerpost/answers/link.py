"""The text of a link: one state of one tree, `id?question=answer&…&edition=…`, as it stands after the `#`.

Only this module puts such text together and takes it apart. It knows nothing of any tree: `State.link` gives the
link of a state, and `reading.read_link` the state of a link.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.tree.model import EDITION, MODE

HAND_OVER = "hand-over"
"""The mode in which the page asks just the open questions, for somebody who knows the answers."""

ASK_AGAIN = "ask_again"
"""The name that carries the questions to ask again, although the link has answers to them. No id has such a mark."""

SENDER_NEED = "sender_need"
"""The name that carries the need of somebody who hands the open questions over, in that person's own words."""

MAX_NEED = 500
"""A need that is handed over is cut to this length: chat and mail programs must still pass the link on."""

MAX_LENGTH = 65_536
"""A longer link text is not read: no browser keeps such an address, and no tree needs it."""

_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a link's text, between two marks `&`.

    Attributes:
        text: The whole part.
        name: What stands before its `=`.
        value: What stands behind its `=`; None without one.
    """

    text: str
    name: str
    value: str | None


def pair(question_id: str, answer_id: str) -> str:
    """Return a question with its answer, as it stands in links and in data for the page."""
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
    """Return a link text; the start, with no answers at all, is the tree's id alone.

    Args:
        tree_id: Id of the tree.
        answers: Question and answer ids, in the order in which the link is to have them.
        edition: The edition of the tree.
        hand_over: Whether the link asks just the open questions.
        ask_again: Questions to ask again, in this order.
        need: The need of the reader who hands over.
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
    """Return the tree's id that a link text names, empty where it names none, and its other parts in their order.

    Args:
        text: The link text, with or without the leading `#`, or its answers alone; percent-encoding is
            accepted, because some programs encode a fragment when they pass a link on.
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
    """Return text of at most a length, with an ellipsis in the place of what is too much."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _part(text: str) -> Part:
    name, equals, value = text.partition("=")
    return Part(text, name, value if equals else None)


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
