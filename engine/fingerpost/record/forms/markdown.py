"""The record as an architecture decision record in Markdown, in the form of MADR 4 (Markdown Any Decision Records).

It reads the same in every program that renders Markdown, because it uses nothing that CommonMark and Python-Markdown
understand differently. Python-Markdown takes a backslash before only a few characters; entities stand for the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, cast

from fingerpost.record.document import Block, Item, Items, Json, Line, Run, Section, Typed, document
from fingerpost.record.form import Form
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
_AT_THE_START: Final = (
    (re.compile(r"^[-+!>#]"), r"\\\g<0>"),
    (re.compile(r"^(\d+)(?=[.)])"), r"\1\\"),
    # The line below a heading, a definition, a table: Python-Markdown has no backslash for these.
    (re.compile(r"^="), "&#61;"),
    (re.compile(r"^:"), "&#58;"),
    (re.compile(r"^\|"), "&#124;"),
)


def write(record: Json) -> str:
    """Return a record as Markdown text."""
    whole = document(record)
    marks = "\n".join(f"{name}: {value}" for name, value in whole.marks.items())
    parts = (f"---\n{marks}\n---", f"# {escaped(whole.title)}", *map(_section, whole.sections))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return text that is a line, or the beginning of one, so that Markdown shows it as it is."""
    written = _inside(text)
    for mark, held in _AT_THE_START:
        written = mark.sub(held, written)
    return written


def _inside(text: str) -> str:
    """Return text so that Markdown shows it as it is, where a line has begun before it."""
    written = _ANYWHERE.sub(r"\\\g<0>", text)
    written = _AS_ENTITY.sub(lambda found: _ENTITIES.get(found[0]) or f"&#{ord(found[0])};", written)
    return _HASH.sub(r"\\#", written)


def _section(section: Section) -> str:
    return "\n\n".join((f"## {escaped(section.heading)}", *map(_block, section.blocks)))


def _block(block: Block) -> str:
    match block:
        case Typed():
            return _quotation(block.paragraphs)
        case (Run(), *_):
            return _line(block)
        case _:
            return "\n".join(_items(cast("Items", block)))


def _line(line: Line) -> str:
    return "".join(_run(run, first=number == 0) for number, run in enumerate(line))


def _run(run: Run, *, first: bool) -> str:
    """Return a piece of a line; spaces at its ends stand outside its marks, which hold no others."""
    text = run.text.strip(" ")
    before, _, after = run.text.partition(text)
    if run.href:
        written = f"<{run.href}>" if text == run.href else f"[{_inside(text)}](<{run.href}>)"
    else:
        written = escaped(text) if first and not run.strong else _inside(text)
    return f"{before}**{written}**{after}" if run.strong else f"{before}{written}{after}"


def _quotation(parts: Iterable[Paragraph]) -> str:
    """Return the reader's words as a quotation; two spaces at the end of a line keep the next one apart."""
    quoted = ("  \n".join(f"> {escaped(line)}" for line in part) for part in parts)
    return "\n>\n".join(quoted)


def _items(items: Iterable[Item]) -> Iterable[str]:
    for item in items:
        box = "" if item.ticked is None else f"[{'x' if item.ticked else ' '}] "
        yield f"* {box}{_line(item.line)}"
        yield from (f"    {line}" for line in _items(item.items))
        if item.typed:
            yield from ("", *(f"    {line}" for line in _quotation(item.typed).split("\n")), "")


FORM = Form(order=100, title="Markdown", extension="md", media_type="text/markdown", write=write)
