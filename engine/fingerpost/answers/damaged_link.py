"""Repairs the text of a link that other programs have damaged on the way.

Mail, chat and ticket programs encode a link, wrap it, write it as HTML, end it with the punctuation of the sentence
around it, or shorten it. A link text has only letters, digits and a few marks (`link.link_text`), so whatever else
stands in it is none of it, and can be taken away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, cast

MOST_ENCODINGS: Final = 10
"""How often a text is decoded: each program on the way may have encoded it once more."""

_START: Final = re.compile(r"#|%(?:25)*23")
_AMPERSAND: Final = re.compile(r"&(?:amp;|#38;|#x26;)+", re.IGNORECASE)
_SOFT_BREAK: Final = re.compile(r"=[ \t]*\r?\n")
_ENCODED_EQUALS: Final = re.compile(r"=(?!3D)")
_BROKEN_CODE: Final = re.compile(r"%[0-9A-Fa-f]?$")
# Greedy, so that a text of nothing but full stops takes no longer than any other.
_WITHOUT_PUNCTUATION: Final = re.compile(r"(?:.*[0-9A-Za-z&=\ufffd])?", re.DOTALL)
_HEXADECIMAL: Final = frozenset("0123456789abcdefABCDEF")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A link text as it was before other programs had it.

    Attributes:
        text: The text.
        broken_off: Whether it ends as no whole link does: in the middle of a character's code, with an ellipsis, or
            with a mark behind which more would follow.
    """

    text: str
    broken_off: bool


def fragment_of(address: str) -> str:
    """Return what stands behind the first `#` of an address, also where that is encoded; without one, all of it."""
    mark = _START.search(address)
    return address if mark is None else address[mark.end() :]


def repaired(text: str) -> Repaired:
    """Return a link text without the damage.

    Args:
        text: The text, with or without the leading `#`. Spaces in it stay, since a reader's words may have them.
    """
    for _ in range(MOST_ENCODINGS):
        before, text = text, decoded(text)
        if text == before:
            break
    text = _without_breaks(_AMPERSAND.sub("&", text)).lstrip("# ")
    whole_codes = _BROKEN_CODE.sub("", text)
    end = cast("re.Match[str]", _WITHOUT_PUNCTUATION.match(whole_codes))[0]
    after = whole_codes[len(end) :]
    open_end = not after and end.endswith(("&", "="))
    return Repaired(end, "…" in after or "..." in after or whole_codes != text or open_end)


def decoded(text: str, mark: str = "%") -> str:
    """Decode as `urllib.parse.unquote` does, without adding its 40 KB to every visitor's download."""
    start, *rest = text.split(mark)
    raw = bytearray(start.encode(errors="surrogatepass"))
    for part in rest:
        code = part[:2]
        is_byte = len(code) == 2 and _HEXADECIMAL.issuperset(code)
        raw += bytes.fromhex(code) if is_byte else mark.encode()
        raw += (part[2:] if is_byte else part).encode(errors="surrogatepass")
    return raw.decode(errors="replace")


def _without_breaks(text: str) -> str:
    """Return the text without line breaks and invisible characters; mail writes a break as `=` and all `=` as `=3D`."""
    unwrapped = _SOFT_BREAK.sub("", text)
    if "=" in unwrapped and _ENCODED_EQUALS.search(unwrapped) is None:
        text = unwrapped.replace("=3D", "=")
    if text.isprintable():
        return text
    return "".join(character for character in text if character.isprintable())
