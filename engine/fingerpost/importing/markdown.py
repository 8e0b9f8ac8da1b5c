"""Writes plain text as the Markdown that shows it."""

from __future__ import annotations

import re
from typing import Final

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<]|&(?=#|\w+;)")
"""The characters that Markdown reads as marks anywhere in a line."""

_AT_START: Final = re.compile(r"[-+#>:~|={!]|\d+(?=[.)])")
"""The beginnings of a line that make it something else than a paragraph."""

_ENTITIES: Final = {"<": "&lt;", "&": "&amp;", ":": "&#58;", "~": "&#126;", "|": "&#124;", "=": "&#61;"}


def as_markdown(text: str) -> str:
    """Return the Markdown of a text on one line, with single spaces between its words."""
    return escaped_start(escaped_inside(" ".join(text.split())))


def escaped_inside(text: str) -> str:
    """Return the Markdown of a text within a line."""
    return _SPECIAL.sub(lambda found: _escaped(found[0]), text)


def escaped_start(line: str) -> str:
    """Return a line whose first character can't make it something else than a paragraph.

    Args:
        line: Markdown without marks of its own at the start but those of a line: `*`, `_`, backticks and brackets.
    """
    start = _AT_START.match(line)
    if start is None:
        return line
    if start[0].isdigit():
        return f"{start[0]}\\{line[start.end() :]}"
    return _escaped(start[0]) + line[start.end() :]


def _escaped(mark: str) -> str:
    return _ENTITIES.get(mark) or f"\\{mark}"
