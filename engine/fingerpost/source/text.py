"""Decodes the bytes of a file to text that an editor shows unchanged."""

from __future__ import annotations

import re
from typing import Final

from fingerpost.source.collector import Collector

MAX_BYTES = 5_000_000
"""The size of the largest file that is read."""

MAX_LENGTH = 20_000
"""The longest text that is rendered: nobody would read a longer one."""

_DELETE: Final = "Delete it. Many editors can show invisible characters."

_NOT_TEXT: Final = re.compile(
    # Control characters, lone surrogates, and the two line separators that editors do not count as lines.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


def control_character(text: str) -> str | None:
    """Return the first character that is not text, as U+XXXX, or None."""
    match = _NOT_TEXT.search(text)
    return None if match is None else f"U+{ord(match[0]):04X}"


def decoded(data: bytes, found: Collector) -> str | None:
    """Return the file's text, or None after a finding that explains why it is not text."""
    if len(data) > MAX_BYTES:
        message = f"The file has more than {MAX_BYTES:,} bytes."
        hint = "Split the tree, or check that this is the right file."
        found.add("too-large", found.place(1, 1), message, hint)
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        message = "The file starts with a byte order mark, which other programs may take for text."
        hint = "Save it as “UTF-8”, not as “UTF-8 with BOM”."
        found.add("byte-order-mark", found.place(1, 1), message, hint)
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        message = f"The file is not UTF-8 text: the byte {data[fault.start]:#04x} is not valid here."
        place = found.place(before.count(b"\n") + 1, column)
        found.add("not-utf8", place, message, "Save the file as UTF-8.")
        return None
    match = _NOT_TEXT.search(text)
    if match is not None:
        before = text[: match.start()]
        place = found.place(before.count("\n") + 1, match.start() - before.rfind("\n"))
        message = f"The character U+{ord(match[0]):04X} is invisible and is not text."
        found.add("control-character", place, message, _DELETE)
        return None
    return text
