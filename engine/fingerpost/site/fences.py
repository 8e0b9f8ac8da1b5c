"""The fenced blocks in the lines of a page, and which of them show a tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_OF_A_TREE: Final = re.compile(r"^(?P<fence>`{3,}|~{3,})[ ]*decision-tree[ ]*$")
_FENCE: Final = re.compile(r"^[ ]*(?P<fence>`{3,}|~{3,})")
_HEADING: Final = re.compile(r"^(?P<level>#{1,6})[ ]")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block.

    Attributes:
        line: The number of its first line.
        opening: That line.
        inside: The lines between the fences.
        closing: Its last line; empty if the page ends before it.
        level: The level of the heading that it is under; 0 if there is none.
    """

    line: int
    opening: str
    inside: list[str]
    closing: str
    level: int

    @property
    def shows_a_tree(self) -> bool:
        """Whether it is a `decision-tree` block. One inside another block is an example, and none of its own."""
        return _OF_A_TREE.match(self.opening) is not None

    @property
    def lines(self) -> list[str]:
        """All its lines."""
        return [self.opening, *self.inside, self.closing]


def scan(lines: Iterable[str], first: int = 1) -> Iterator[str | Fence]:
    """Yield each line of a page that is not in a fenced block, and each block.

    Args:
        lines: The lines.
        first: The number of the first one.
    """
    level = 0
    numbered = iter(enumerate(lines, start=first))
    for number, line in numbered:
        fence = _FENCE.match(line)
        if fence is None:
            if heading := _HEADING.match(line):
                level = len(heading["level"])
            yield line
            continue
        inside: list[str] = []
        closing = ""
        for _, inner in numbered:
            if inner.strip() == fence["fence"]:
                closing = inner
                break
            inside.append(inner)
        yield Fence(number, line, inside, closing, level)


def line_of(source: str, page: Path) -> int:
    """Return the number of the line that opens the first fenced block with a text; 1 if a page has no such block.

    Args:
        source: The text between the fences.
        page: The file of the page.
    """
    try:
        lines = page.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return 1
    wanted = source.split()
    blocks = (part for part in scan(lines) if isinstance(part, Fence))
    return next((block.line for block in blocks if " ".join(block.inside).split() == wanted), 1)
