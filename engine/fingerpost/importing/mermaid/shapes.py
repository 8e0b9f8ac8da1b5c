"""Reads the shapes of boxes: a tree has no use for them, but the words are within them."""

from __future__ import annotations

import re
from typing import Final

from fingerpost.importing.mermaid.scanner import Scanner

_QUOTED: Final = re.compile(r'\s*"([^"]*)"\s*')
_UNQUOTED: Final = re.compile(r'[^"()\[\]{}|]*')
_UNQUOTED_ON_A_LINE: Final = re.compile(r'[^"()\[\]{}|\n]*')
_UNQUOTED_AND_SLANTED: Final = re.compile(r'[^"()\[\]{}|/\\]*')
# Each search for an end stops at the next beginning, so that no text is searched twice.
_SHAPES: Final = tuple(
    (re.compile(re.escape(opening)), re.compile(closing), text)
    for opening, closing, text in (
        ("(((", r"\)\)\)", _UNQUOTED),
        ("((", r"\)\)", _UNQUOTED),
        ("([", r"\]\)", _UNQUOTED),
        ("(", r"\)", _UNQUOTED),
        ("[[", r"\]\]", _UNQUOTED),
        ("[(", r"\)\]", _UNQUOTED),
        ("[/", r"[/\\]\]", _UNQUOTED_AND_SLANTED),
        ("[\\", r"[/\\]\]", _UNQUOTED_AND_SLANTED),
        ("[", r"\]", _UNQUOTED),
        ("{{", r"\}\}", _UNQUOTED),
        ("{", r"\}", _UNQUOTED),
        (">", r"\]", _UNQUOTED_ON_A_LINE),
    )
)
"""The beginning and the end of each shape, longer ones first, and a text between them without quotes."""

_PROPERTIES: Final = re.compile(r'@\{((?:"[^"]*"|[^"{}@])*)\}')
_LABEL: Final = re.compile(r"""(?:^|,|\s)label\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,\n]+))""")


def take_shape(scanner: Scanner) -> str | None:
    """Step over the shape of a box, and return the text in it; None if there is no shape that can be read."""
    properties = scanner.take(_PROPERTIES)
    if properties is not None:
        found = _LABEL.search(properties[1])
        return None if found is None else (found[1] or found[2] or found[3] or "").strip()
    begin = scanner.at
    for opening, closing, unquoted in _SHAPES:
        if scanner.take(opening) is None:
            continue
        text = _text(scanner, unquoted)
        if text is not None and scanner.take(closing) is not None:
            return text
        scanner.at = begin
    return None


def _text(scanner: Scanner, unquoted: re.Pattern[str]) -> str | None:
    quoted = scanner.take(_QUOTED)
    if quoted is not None:
        return quoted[1]
    found = scanner.take(unquoted)
    return None if found is None else found[0].strip()
