"""A document as data, of which a library makes a Word file: in the browser, and on the command line."""

from __future__ import annotations

import json
from typing import Any, cast

from fingerpost.record.blocks import Block, Document, Item, Items, Line, Run, Section, Table, Typed
from fingerpost.text.wording import say

type Json = dict[str, Any]


def word_data(document: Document) -> str:
    """Return the data of a document as JSON."""
    return json.dumps(data_of(document), ensure_ascii=False)


def data_of(document: Document) -> Json:
    """Return a document as data: the title and the sections, each with its level and its blocks.

    A block has one key: `line` for a paragraph, `items` for a list, `typed` for a quotation, `table` for a table. The
    marks are the first table. What is empty is left out.
    """
    marks = tuple(((Run(say(f"record-{name}").rstrip(":")),), (Run(value),)) for name, value in document.marks.items())
    first = (*((Table(marks),) if marks else ()), *document.blocks)
    return {
        "title": document.title,
        "blocks": [_block(block) for block in first],
        "sections": [_section(section) for section in document.sections],
    }


def _section(section: Section) -> Json:
    return {"heading": section.heading, "level": section.level, "blocks": [_block(block) for block in section.blocks]}


def _block(block: Block) -> Json:
    match block:
        case Typed():
            return {"typed": [list(paragraph) for paragraph in block.paragraphs]}
        case Table():
            return {"table": [[_line(head), _line(cell)] for head, cell in block.rows]}
        case (Run(), *_):
            return {"line": _line(block)}
        case _:
            return {"items": [_item(item) for item in cast("Items", block)]}


def _line(line: Line) -> list[Json]:
    return [_run(run) for run in line]


def _run(run: Run) -> Json:
    # Only web addresses become links, whatever the data contains.
    href = {"href": run.href} if run.href.startswith(("https://", "http://")) else {}
    return {"text": run.text} | ({"strong": True} if run.strong else {}) | href


def _item(item: Item) -> Json:
    parts: Json = {"line": _line(item.line)}
    if item.ticked is not None:
        parts["ticked"] = item.ticked
    if item.typed:
        parts["typed"] = [list(paragraph) for paragraph in item.typed]
    if item.items:
        parts["items"] = [_item(below) for below in item.items]
    return parts
