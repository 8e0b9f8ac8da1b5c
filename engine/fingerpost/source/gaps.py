"""Lets a list or a table follow the lines of a paragraph without an empty line, as most programs for Markdown do.

Python-Markdown needs that line, and would run the list together with the paragraph.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final, override
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from fingerpost.source.indents import indent_of

_ITEM: Final = re.compile(r"[ ]*(?P<mark>[-*+]|[0-9]+\.)[ ]+[^ \n]")
_NEXT: Final = {"-": ("-",), "*": ("*",), "+": ("+",), "1.": ("1.", "2.")}
"""For the mark of each first item, the marks of a second one."""

_BELOW_HEADINGS: Final = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?")
_ENDS: Final = re.compile(r"[.:;!?…][*_`)\]\"'\u201d\u2019]*[ \\]*$")
"""The end of a sentence, or of the words that announce a list, with what closes emphasis or brackets behind it."""

_BELOW_LISTS_AND_QUOTATIONS: Final = 17
"""Priority of the processor; Python-Markdown has lists from 40 to 30, quotations at 20, and paragraphs at 10."""


class GapExtension(Extension):
    """Registers the processor."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        """Join the Markdown instance; called by Python-Markdown."""
        md.parser.blockprocessors.register(_GapProcessor(md.parser), "gap", _BELOW_LISTS_AND_QUOTATIONS)


class _GapProcessor(BlockProcessor):
    """Divides a block of lines where a list or a table begins in it."""

    @override
    def test(self, parent: Element, block: str) -> bool:
        return beginning(block.split("\n")) is not None

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        at = beginning(lines) or 0
        # Behind an empty line, four spaces would make code of it.
        indent = indent_of(lines[at])
        below = [line[min(indent, indent_of(line)) :] for line in lines[at:]]
        blocks[:0] = ["\n".join(lines[:at]), "\n".join(below)]


def beginning(lines: list[str]) -> int | None:
    """Return the index of the line with which a list or a table begins below other lines, or None.

    A hyphen or a number can also begin a line because a sentence was wrapped there. So a list begins with a bullet or
    with 1, and either the line above it ends a sentence or announces it, or it has another item.

    Args:
        lines: Lines without an empty one between them.
    """
    for index in range(1, len(lines)):
        if _is_table(lines, index) or _is_list(lines, index):
            return index
    return None


def _is_table(lines: list[str], at: int) -> bool:
    if at + 1 == len(lines) or "|" not in lines[at] or "|" not in lines[at + 1]:
        return False
    return _BELOW_HEADINGS.fullmatch(lines[at + 1].strip(" ")) is not None


def _is_list(lines: list[str], at: int) -> bool:
    item = _ITEM.match(lines[at])
    if item is None or item["mark"] not in _NEXT:
        return False
    if _ENDS.search(lines[at - 1]):
        return True
    others = (_ITEM.match(line) for line in islice(lines, at + 1, None))
    return any(other is not None and other["mark"] in _NEXT[item["mark"]] for other in others)
