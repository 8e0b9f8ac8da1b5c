"""Finds characters that nobody sees in a tree file, each by its code point and its place."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from fingerpost.source.collector import Collector

INVISIBLE_TEXT: Final = "invisible-text"
"""The code of the finding that a text has no visible character."""

# Not the joiners U+200C and U+200D, which Persian, Indian scripts and emoji need.
_NAMES: Final = {
    0x00AD: "soft hyphen",
    0x061C: "Arabic letter mark",
    0x180E: "Mongolian vowel separator",
    0x200B: "zero width space",
    0x200E: "left-to-right mark",
    0x200F: "right-to-left mark",
    0x2060: "word joiner",
    0x2061: "function application",
    0x2062: "invisible times",
    0x2063: "invisible separator",
    0x2064: "invisible plus",
}
_TURNS: Final = {
    0x202A: "left-to-right embedding",
    0x202B: "right-to-left embedding",
    0x202C: "pop directional formatting",
    0x202D: "left-to-right override",
    0x202E: "right-to-left override",
    0x2066: "left-to-right isolate",
    0x2067: "right-to-left isolate",
    0x2068: "first strong isolate",
    0x2069: "pop directional isolate",
}
_REPORTED: Final = re.compile("[" + "".join(map(chr, (*_NAMES, *_TURNS))) + "]")
_FILLERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols that are drawn as nothing."""

_ODD_SPACE: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD_INDENT: Final = re.compile(rf"[ ]*(?:(?:-[ ]+)*(?:-|[\w-]+:))?[ ]*{_ODD_SPACE.pattern}")


def is_visible(text: str) -> bool:
    """Return whether a text has a character that readers see."""
    return any(not _is_blank(character) for character in text)


def named(characters: str) -> str:
    """Return the code points of a text, each once, with their names."""
    return ", ".join(f"U+{ord(one):04X} ({_name(one)})" for one in dict.fromkeys(characters))


def odd_space(text: str) -> int | None:
    """Return the position of the first space in a key or a word that YAML takes for a letter, or None."""
    found = _ODD_SPACE.search(text)
    return None if found is None else found.start()


def odd_indent(line: str) -> int | None:
    """Return the position of such a space in the indentation of a line, or after its ':' or '-', or None."""
    found = _ODD_INDENT.match(line)
    return None if found is None else found.end() - 1


def report_odd_space(found: Collector, line: int, column: int, character: str) -> None:
    """Report a space that YAML does not take for indentation."""
    message = f"There is {named(character)} here, where YAML allows only ordinary spaces."
    found.add("odd-space", found.place(line, column), message, "Replace it with an ordinary space.")


def report_invisible(text: str, found: Collector) -> None:
    """Report each invisible character of a file, except in texts that a finding already calls invisible.

    Args:
        text: The content of the file.
        found: Collects the findings.
    """
    if _REPORTED.search(text) is None:
        return
    reported = {finding.place.line for finding in found.findings if finding.code == INVISIBLE_TEXT}
    for number, line in enumerate(text.split("\n"), start=1):
        for match in () if number in reported else _REPORTED.finditer(line):
            turns = ord(match[0]) in _TURNS
            effect = "changes the order in which readers see the text" if turns else "is invisible"
            message = f"The character {named(match[0])} {effect}."
            hint = "Delete it. If it belongs there, write it as an entity, for example '&shy;' or '&rlm;'."
            found.add("invisible-character", found.place(number, match.start() + 1), message, hint)


def _is_blank(character: str) -> bool:
    return (
        character in _FILLERS
        or unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp", "Zs"}
        or 0xFE00 <= ord(character) <= 0xFE0F
    )


def _name(character: str) -> str:
    known = _NAMES.get(ord(character)) or _TURNS.get(ord(character))
    return known or unicodedata.name(character, "a control character").lower()
