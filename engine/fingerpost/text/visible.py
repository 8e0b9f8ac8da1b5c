"""Shows the characters of a text that nobody sees: those that control a terminal, or change the order of what is read.

A tree, a link, a plan, a record or a file's name may hold any character. Wherever its words leave the engine as text,
they go through here, so that they are the same in every form and on every screen. HTML is the exception: a page puts
each reader's words into an element of their own, which they cannot leave.
"""

from __future__ import annotations

import re
from typing import Final

HIDDEN: Final = re.compile(
    # Control characters but for the white space among them, marks, embeddings, overrides and isolates that change the
    # direction of text, halves of letters, and what is no character. A mark that some scripts need inside words
    # (U+200C to U+200F, U+061C) moves no more than its neighbours, and stays.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
LINE_END: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
"""Each way to end a line but the usual one."""

_HIDDEN_IN_JSON: Final = re.compile(rf"{HIDDEN.pattern}|[\x85\u2028\u2029]")
_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def without_hidden(text: str) -> str:
    """Return text in which each hidden character stands as its code point, and the ends of lines are as they were."""
    return HIDDEN.sub(_code, text)


def visible(text: str) -> str:
    """Return text in which each hidden character stands as its code point, and every line ends in the usual way."""
    return HIDDEN.sub(_code, LINE_END.sub("\n", text))


def visible_line(text: str) -> str:
    """Return text in which each hidden character and each end of a line stands as its code point."""
    return HIDDEN.sub(_code, _BREAK.sub(lambda found: "".join(map(_code, found[0])), text))


def in_json(text: str) -> str:
    """Return JSON with each hidden character in the form that JSON has for it: the data is the same."""
    return _HIDDEN_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _code(found: re.Match[str] | str) -> str:
    return f"(U+{ord(found[0]):04X})"
