"""Writes to the terminal: the one place through which everything goes that the command line says.

People get lines in which foreign words are harmless (`text.harmless`). Programs get JSON and documents as they are.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable
from typing import Final, TextIO, cast

from fingerpost.text.harmless import harmless, harmless_line
from fingerpost.text.visible import in_json, visible_line

_COMMAND: Final = re.compile(r"#(?=#\[|#vso\[)", re.IGNORECASE)
"""The beginning of a command to the runner of a workflow, which may stand anywhere in a line."""


def tell(line: object) -> None:
    """Write a line about the command to the standard error."""
    show(str(line), sys.stderr)


def show(lines: str | Iterable[str], stream: TextIO | None = None) -> None:
    """Write lines for people to the standard output or to another stream: one, or several."""
    for line in (lines,) if isinstance(lines, str) else lines:
        print(harmless_line(line), file=stream)


def show_text(text: str) -> None:
    """Write a text of several lines for people to the standard output, without a line end of its own."""
    sys.stdout.write(harmless(text))


def print_json(value: object) -> None:
    """Write a value as JSON, with hidden characters in the form that JSON has for them."""
    text = in_json(json.dumps(value, ensure_ascii=False, indent=2))
    print(_COMMAND.sub(r"\\u0023", text))


def hand_on(document: bytes) -> None:
    """Write a document to the standard output: byte for byte to a file or a program, and harmless to a terminal."""
    if sys.stdout.isatty():
        show_text(document.decode(errors="replace"))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(document)


def give_commands(lines: Iterable[str]) -> None:
    """Write commands to the runner of a workflow, each with its words as the runner reads them."""
    for line in lines:
        print(visible_line(line))


def document_stream() -> TextIO:
    """Return the standard output for a document that is written bit by bit."""
    return cast("TextIO", _HarmlessStream()) if sys.stdout.isatty() else sys.stdout


class _HarmlessStream(io.TextIOBase):
    def write(self, text: str, /) -> int:
        show_text(text)
        return len(text)

    def flush(self) -> None:
        sys.stdout.flush()
