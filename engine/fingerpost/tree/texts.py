"""Finds or replaces every text of a tree, by the table of the format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from fingerpost.text.markup import Text
from fingerpost.tree.format import TREE
from fingerpost.tree.model import Tree
from fingerpost.tree.shape import Entries, Items, Kind, Record

type Change = Callable[[Text], Text]


def texts_in(tree: Tree) -> Iterator[tuple[tuple[str, ...], Kind, Text]]:
    """Yield the keys that lead to each text of a tree, its kind, and the text."""
    yield from _texts(tree, TREE, ())


def with_texts(tree: Tree, change: Change) -> Tree:
    """Return a tree in which every text is replaced by what a function makes of it.

    Args:
        tree: The tree.
        change: Returns a text's replacement; the text itself where nothing is to change.
    """
    return cast("Tree", _changed(tree, TREE, change))


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


def _changed(value: object, kind: Kind | Record | Entries | Items, change: Change) -> object:
    """Return a value with its texts replaced; the value itself if none is."""
    match value, kind:
        case Text(), _:
            return change(value)
        case None, _:
            return None
        case _, Record():
            fields = {field.name: (getattr(value, field.name), field.kind) for field in kind.fields if field.in_model}
            new = {name: _changed(part, of, change) for name, (part, of) in fields.items()}
            different = {name: part for name, part in new.items() if part is not fields[name][0]}
            return replace(cast("Any", value), **different) if different else value
        case tuple(), Entries():
            before = cast("tuple[object, ...]", value)
            after = tuple(_changed(part, kind.value, change) for part in before)
            return after if any(new is not old for new, old in zip(after, before, strict=True)) else before
        case Mapping(), Entries():
            parts = cast("Mapping[str, object]", value)
            entries = {name: _changed(part, kind.value, change) for name, part in parts.items()}
            return entries if any(entries[name] is not part for name, part in parts.items()) else parts
        case _:
            return value
