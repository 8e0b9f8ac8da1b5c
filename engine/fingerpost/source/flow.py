"""Entries in braces as their author meant them, where YAML reads a ',' or a ':' within a text otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fingerpost.source.collector import Collector
from fingerpost.source.nodes import Mapping, Node, Scalar

type Entry = tuple[Scalar, Node]


def entries_as_meant(
    node: Mapping, may_be_key: Callable[[str], bool], found: Collector, *, of_texts: bool
) -> list[Entry]:
    """Return the entries of a mapping, with those put right that YAML took apart in the wrong place.

    In braces, a name without a value is the rest of a text with a comma, or a name and a value without a space
    between them.

    Args:
        node: The mapping.
        may_be_key: Whether a word can be a key of this mapping.
        found: Collects the findings about what was put right.
        of_texts: Whether each value is a text, so that a name without one is no key.
    """
    if not node.flow:
        return node.entries
    entries: list[Entry] = []
    cut: dict[str, Scalar] = {}
    for key, value in node.entries:
        alone = key.plain and isinstance(value, Scalar) and value.plain and not value.value
        name, colon, rest = key.value.partition(":")
        before = entries[-1] if entries else None
        if not alone or (may_be_key(key.value) and not of_texts):
            entries.append((key, value))
        elif colon and rest and may_be_key(name):
            message = f"There is no space after the ':' in '{key.value[:80]}'."
            found.add("missing-space", key.place, message, f"Write '{name}: {rest[:80]}'.")
            place = replace(key.place, column=key.place.column + len(name) + 1)
            entries.append((replace(key, value=name), Scalar(rest, plain=True, place=place)))
        elif before is not None and isinstance(before[1], Scalar) and before[1].plain and before[1].value:
            cut.setdefault(before[0].value, key)
            entries[-1] = (before[0], replace(before[1], value=f"{before[1].value}, {key.value}"))
        else:
            entries.append((key, value))
    for key, value in entries:
        if isinstance(value, Scalar) and (rest_of_text := cut.pop(key.value, None)) is not None:
            message = f"The text of '{key.value}' ends at the ',' before '{rest_of_text.value[:80]}'."
            shown = value.value if len(value.value) <= 120 else f"{value.value[:120]}…"
            found.add("comma-in-text", rest_of_text.place, message, f'Put the whole text in quotes: "{shown}".')
    return entries
