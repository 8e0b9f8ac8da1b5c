"""Finds every text of a tree, by the table of the format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from fingerpost.text.markup import Text
from fingerpost.tree.format import TREE
from fingerpost.tree.model import Tree
from fingerpost.tree.shape import Entries, Kind, Record


def texts_in(tree: Tree) -> Iterator[tuple[tuple[str, ...], Kind, Text]]:
    """Yield the keys that lead to each text of a tree, its kind, and the text."""
    yield from _texts(tree, TREE, ())


def _texts(part: object, record: Record, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Kind, Text]]:
    for field in record.fields:
        value = getattr(part, field.name, None)
        here = (*path, field.name)
        match field.kind:
            case Kind() as kind if isinstance(value, Text):
                yield here, kind, value
            case Record() as inner if value is not None:
                yield from _texts(value, inner, here)
            case Entries(value=Record() as inner) as shape:
                for one in _entries(value, listed=shape.listed):
                    yield from _texts(one, inner, (*here, one.id))
            case Entries(value=Kind() as kind):
                for key, one in cast("Mapping[str, object]", value).items():
                    if isinstance(one, Text):
                        yield (*here, key), kind, one
            case _:
                pass


def _entries(value: object, *, listed: bool) -> Iterable[Any]:
    return cast("Iterable[Any]", value) if listed else cast("Mapping[str, Any]", value).values()
