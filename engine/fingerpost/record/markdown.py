"""Writes a document as Markdown.

It looks the same in every program that renders Markdown, because it avoids everything that CommonMark and
Python-Markdown treat differently. Python-Markdown accepts a backslash before only a few characters, so entities replace
the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, cast

from fingerpost.record.blocks import Block, Document, Item, Items, Line, Run, Section, Table, Typed
from fingerpost.record.typed import NBSP, Paragraph

_ANYWHERE: Final = re.compile(r"[\\`*_{}\[\]]")
_HASH: Final = re.compile(r"(?<=\s)#|#(?=#*$)")
_AS_ENTITY: Final = re.compile(
    r"&(?=#?\w+;)"  # an entity
    r"|<(?=[A-Za-z/!?])"  # HTML, or an address
    r"|(?<=\S)~"  # the end of what is struck out; the second mark of a fence
    rf"|{NBSP}|^\s|\s$"
)
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", NBSP: "&nbsp;"}
_NOT_IN_AN_ADDRESS: Final = re.compile(r"[\x00- <>\\`\x7f]")
"""Ends an address, or has another meaning in it."""

_AT_THE_START: Final = (
    (re.compile(r"^[-+!>#]"), r"\\\g<0>"),
    (re.compile(r"^(\d+)(?=[.)])"), r"\1\\"),
    # The line below a heading, a definition, a table: Python-Markdown has no backslash for these.
    (re.compile(r"^="), "&#61;"),
    (re.compile(r"^:"), "&#58;"),
    (re.compile(r"^\|"), "&#124;"),
)


def markdown(document: Document) -> str:
    """Return a document as Markdown text; its marks become front matter."""
    marks = "\n".join(f"{name}: {value}" for name, value in document.marks.items())
    parts = (
        *((f"---\n{marks}\n---",) if marks else ()),
        f"# {escaped(document.title)}",
        *map(_block, document.blocks),
        *map(_section, document.sections),
    )
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Escape text that is a line, or the beginning of one, so that Markdown shows it unchanged."""
    markdown = _inside(text)
    for mark, replacement in _AT_THE_START:
        markdown = mark.sub(replacement, markdown)
    return markdown


def _inside(text: str) -> str:
    """Escape text that is not at the start of a line, so that Markdown shows it unchanged."""
    markdown = _ANYWHERE.sub(r"\\\g<0>", text)
    markdown = _AS_ENTITY.sub(lambda found: _ENTITIES.get(found[0]) or f"&#{ord(found[0])};", markdown)
    return _HASH.sub(r"\\#", markdown)


def _section(section: Section) -> str:
    return "\n\n".join((f"{'#' * section.level} {escaped(section.heading)}", *map(_block, section.blocks)))


def _block(block: Block) -> str:
    match block:
        case Typed():
            return _quotation(block.paragraphs)
        case Table():
            # Markdown has no table without a row of headings, so that row is empty.
            return "\n".join(
                ("|  |  |", "| --- | --- |", *(f"| {_cell(head)} | {_cell(cell)} |" for head, cell in block.rows))
            )
        case (Run(), *_):
            return _line(block)
        case _:
            return "\n".join(_items(cast("Items", block)))


def _cell(line: Line) -> str:
    return "".join(_run(run, first=False) for run in line).replace("|", "&#124;")


def _line(line: Line) -> str:
    return "".join(_run(run, first=number == 0) for number, run in enumerate(line))


def _run(run: Run, *, first: bool) -> str:
    """Return a piece of a line, with the spaces at its ends outside its marks, as Markdown requires."""
    text = run.text.strip(" ")
    if not text:
        return run.text
    before, _, after = run.text.partition(text)
    if run.href:
        href = _NOT_IN_AN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", run.href)
        markdown = f"<{href}>" if text == href else f"[{_inside(text)}](<{href}>)"
    else:
        markdown = escaped(text) if first and not run.strong else _inside(text)
    return f"{before}**{markdown}**{after}" if run.strong else f"{before}{markdown}{after}"


def _quotation(parts: Iterable[Paragraph]) -> str:
    """Return the reader's words as a quotation, with two spaces at the end of each line for a line break."""
    quoted = ("  \n".join(f"> {escaped(line)}" for line in part) for part in parts)
    return "\n>\n".join(quoted)


def _items(items: Iterable[Item]) -> Iterable[str]:
    for item in items:
        box = "" if item.ticked is None else f"[{'x' if item.ticked else ' '}] "
        yield f"* {box}{_line(item.line)}"
        yield from (f"    {line}" for line in _items(item.items))
        if item.typed:
            yield from ("", *(f"    {line}" for line in _quotation(item.typed).split("\n")), "")
