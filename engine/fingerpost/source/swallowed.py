"""Finds fields that have become part of the text above them, because they start as far to the right as it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fingerpost.source.collector import Collector
from fingerpost.source.indents import indent_of
from fingerpost.source.nodes import Mapping, Node, Scalar
from fingerpost.tree.shape import Entries, Record

_FIELD: Final = re.compile(r" *([a-z]+):(?: |$)")


def report_swallowed(node: Node, shape: object, lines: list[str], found: Collector) -> None:
    """Report each line of a text that begins like a field which the record of the text lacks.

    Args:
        node: The node in the file.
        shape: The shape that the format gives it.
        lines: The lines of the file.
        found: Collects the findings.
    """
    if not isinstance(node, Mapping) or not isinstance(shape, Record | Entries):
        return
    fields = {field.name: field.kind for field in shape.fields} if isinstance(shape, Record) else {}
    written = {key.value for key, _ in node.entries}
    for key, value in node.entries:
        if isinstance(shape, Entries):
            report_swallowed(value, shape.value, lines, found)
            continue
        report_swallowed(value, fields.get(key.value), lines, found)
        if not isinstance(value, Scalar):
            continue
        for line, name in _fields_in(value, key.place.column, lines):
            if name in fields and name not in written:
                column = indent_of(lines[line]) + 1
                message = f"This line is part of the text '{key.value}' above it, not the field '{name}'."
                hint = f"If it is a field, start it in column {key.place.column}. If not, begin it with another word."
                found.add("field-in-text", found.place(line + 1, column), message, hint)


def _fields_in(text: Scalar, column: int, lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield each line of a text below its key that begins like a field: its index, and the name."""
    first = text.place.line
    if text.plain or lines[first - 1][text.place.column - 1 : text.place.column] not in ("|", ">"):
        return
    for line in range(first, len(lines)):
        if lines[line].strip() and indent_of(lines[line]) < column:
            return
        if match := _FIELD.match(lines[line]):
            yield line, match[1]
