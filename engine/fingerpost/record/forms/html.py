"""The record as HTML, to print or to paste into a wiki.

It does not depend on a style sheet, because a wiki has none of ours: lines end with `<br>`, and significant spaces are
no-break spaces.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from fingerpost.record.document import Block, Item, Items, Json, Line, Run, Section, Typed, document
from fingerpost.record.form import Form
from fingerpost.record.typed import Paragraph
from fingerpost.text.markup import escape, link_to
from fingerpost.text.wording import say


def write(record: Json) -> str:
    """Return a record as HTML."""
    whole = document(record)
    marks = "<br>".join(f"{escape(say(f'record-{name}'))} {escape(text)}" for name, text in whole.marks.items())
    return f"<h2>{escape(whole.title)}</h2><p>{marks}</p>{''.join(map(_section, whole.sections))}"


def _section(section: Section) -> str:
    return f"<section><h3>{escape(section.heading)}</h3>{''.join(map(_block, section.blocks))}</section>"


def _block(block: Block) -> str:
    match block:
        case Typed():
            return _quotation(block.paragraphs)
        case (Run(), *_):
            return f"<p>{_line(block)}</p>"
        case _:
            return _list(cast("Items", block))


def _line(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    html = escape(run.text)
    # Only web addresses become links, whatever the data contains.
    if run.href.startswith(("https://", "http://")):
        html = link_to(run.href, html)
    return f"<strong>{html}</strong>" if run.strong else html


def _quotation(parts: Iterable[Paragraph]) -> str:
    """Return the reader's words as a quotation, in the text direction of the words."""
    quoted = (f'<p dir="auto">{"<br>".join(map(escape, part))}</p>' for part in parts)
    return f"<blockquote>{''.join(quoted)}</blockquote>"


def _list(items: Iterable[Item]) -> str:
    return f"<ul>{''.join(map(_item, items))}</ul>"


def _item(item: Item) -> str:
    box = "" if item.ticked is None else f"{'☑' if item.ticked else '☐'} "
    typed = _quotation(item.typed) if item.typed else ""
    below = _list(item.items) if item.items else ""
    return f"<li>{box}{_line(item.line)}{below}{typed}</li>"


FORM = Form(order=200, title="HTML", extension="html", media_type="text/html", write=write, downloadable=False)
