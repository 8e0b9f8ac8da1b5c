"""Writes a document as HTML, to print or to paste into a wiki.

It does not depend on a style sheet, because a wiki has none of ours: lines end with `<br>`, and significant spaces are
no-break spaces.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from fingerpost.record.blocks import Block, Document, Item, Items, Line, Run, Section, Table, Typed
from fingerpost.record.typed import Paragraph
from fingerpost.text.markup import escape, link_to
from fingerpost.text.wording import say


def html(document: Document) -> str:
    """Return a document as HTML, with headings from level 2, since the page has one of level 1."""
    marks = "<br>".join(f"{escape(say(f'record-{name}'))} {escape(text)}" for name, text in document.marks.items())
    first = (f"<p>{marks}</p>" if marks else "") + "".join(map(_block, document.blocks))
    return f"<h2>{escape(document.title)}</h2>{first}{''.join(map(_section, document.sections))}"


def _section(section: Section) -> str:
    tag = f"h{section.level + 1}"
    return f"<section><{tag}>{escape(section.heading)}</{tag}>{''.join(map(_block, section.blocks))}</section>"


def _block(block: Block) -> str:
    match block:
        case Typed():
            return _quotation(block.paragraphs)
        case Table():
            return f"<table><tbody>{''.join(_row(head, cell) for head, cell in block.rows)}</tbody></table>"
        case (Run(), *_):
            return f"<p>{_line(block)}</p>"
        case _:
            return _list(cast("Items", block))


def _row(head: Line, cell: Line) -> str:
    return f'<tr><th scope="row">{_line(head)}</th><td>{_line(cell)}</td></tr>'


def _line(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    text = escape(run.text)
    # Only web addresses become links, whatever the data contains.
    if run.href.startswith(("https://", "http://")):
        text = link_to(run.href, text)
    return f"<strong>{text}</strong>" if run.strong else text


def _quotation(parts: Iterable[Paragraph]) -> str:
    """Return the reader's words as a quotation, in the text direction of the words."""
    quoted = (f'<p dir="auto">{"<br>".join(map(escape, part))}</p>' for part in parts)
    return f"<blockquote>{''.join(quoted)}</blockquote>"


def _list(items: Items) -> str:
    """Return a list; paper shows no bullets beside boxes."""
    boxes = ' class="fp-boxes"' if all(item.ticked is not None for item in items) else ""
    return f"<ul{boxes}>{''.join(map(_item, items))}</ul>"


def _item(item: Item) -> str:
    box = "" if item.ticked is None else f"{'☑' if item.ticked else '☐'} "
    typed = _quotation(item.typed) if item.typed else ""
    below = _list(item.items) if item.items else ""
    return f"<li>{box}{_line(item.line)}{below}{typed}</li>"
