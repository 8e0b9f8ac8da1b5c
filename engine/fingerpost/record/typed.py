"""Prepares text that a reader typed, so that a record shows it as typed.

Every form uses this, so that text visible in one form is visible in all. Control characters and marks that change the
direction of text are shown as their code point, because they could invisibly change how a record reads.
"""

from __future__ import annotations

import re
from typing import Final

from fingerpost.text.visible import visible

NBSP: Final = "\N{NO-BREAK SPACE}"
"""Replaces a space that no form may drop or merge with its neighbour."""

_WHITE_SPACE: Final = re.compile("[ \t\n]+")
_SPACES_THAT_COUNT: Final = re.compile("^ +| +$|  +", re.MULTILINE)

type Paragraph = tuple[str, ...]
"""The lines of a paragraph; an empty line is a no-break space."""


def one_line(text: str) -> str:
    """Return text as one line, with its line breaks replaced by spaces."""
    return _WHITE_SPACE.sub(" ", visible(text)).strip(" ")


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return text as paragraphs, divided at empty lines, with every line and space preserved.

    Only empty lines before and after the whole text are removed.
    """
    lines = visible(text).replace("\t", "    ").split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if not filled:
        return ()
    whole = "\n".join(lines[filled[0] : filled[-1] + 1])
    marked = _SPACES_THAT_COUNT.sub(lambda spaces: NBSP * len(spaces[0]), whole)
    return tuple(tuple(line or NBSP for line in part.split("\n")) for part in marked.split("\n\n"))
