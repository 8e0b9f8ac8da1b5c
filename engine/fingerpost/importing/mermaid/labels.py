"""Turns the words in boxes and on arrows into Markdown."""

from __future__ import annotations

import html
import re
from typing import Final

from fingerpost.importing.markdown import as_markdown

_BREAK: Final = re.compile(r"<br\s{0,9}/?>|\\n", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_ICON: Final = re.compile(r"\bfa[bklrs]?:fa-[\w-]+")
_ENTITY: Final = re.compile(r"[#&]#?(\d{1,7}|[a-zA-Z]\w{0,30});")
_MARKDOWN: Final = re.compile(r"`(.*)`", re.DOTALL)


def label(text: str) -> tuple[str, bool]:
    """Return the words of a label as one line of Markdown, and whether tags or icons had to be left out.

    Args:
        text: The label, without the quotes around it.
    """
    lines = _BREAK.sub(" ", text)
    words = _ICON.sub("", _TAG.sub("", lines))
    formatted = _MARKDOWN.fullmatch(words.strip())
    if formatted is not None:
        return " ".join(formatted[1].split()), words != lines
    return as_markdown(plain(words)), words != lines


def words_of(markdown: str) -> str:
    """Return the words of a label without the marks that Markdown needs."""
    return plain(markdown.replace("\\", ""))


def plain(text: str) -> str:
    """Return a text in which each character stands for itself: Mermaid writes `#34;`, `#quot;` and `&quot;`."""
    return _ENTITY.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    named = f"&#{found[1]};" if found[1].isdecimal() else f"&{found[1]};"
    character = html.unescape(named)
    return found[0] if character == named else character
