"""Compiled trees with a value of another kind somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any

from hypothesis import find

from fingerpost.tree.compiled import TreeFormatError, from_json
from fingerpost.tree.compiled_writer import to_json
from made_up_files import tree_of_file, whole_files

type Json = dict[str, Any]
type Keys = tuple[str | int, ...]

ODD: tuple[object, ...] = (
    *(None, True, False, 0, 1, 1.0, -1, 10**20, "", " ", "Not an id!", "a=b&c", "unsure", "edition", "2026-13-01"),
    *(
        "javascript:alert(1)",
        [],
        [""],
        [None],
        [["a"]],
        {},
        {"": ""},
        {"a": 1},
        {"plain": "a"},
        {"ours": {"ours": "a"}},
    ),
    *({"plain": "a", "html": 1}, {"unsure": {}}, {"edition": {}}, {"<b>": "a"}, {"html": "a", "plain": ["a"]}),
)
"""What a damaged file, or another program, may have in any place."""


@cache
def whole() -> Json:
    """Return a compiled tree that has every field of the format."""
    _, file = find(whole_files(), lambda _: True)
    return to_json(tree_of_file(file))


def places(value: object, keys: Keys = ()) -> Iterator[Keys]:
    """Yield the keys that lead to each value, the whole first."""
    yield keys
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from places(part, (*keys, key))


def changed(data: Json, keys: Keys, change: Callable[[Any], object]) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON with another value in one place."""
    if not keys:
        return change(data)
    after = deepcopy(data)
    part: Any = after
    for key in keys[:-1]:
        part = part[key]
    part[keys[-1]] = change(part[keys[-1]])
    return after


def refusal(data: Json) -> str:
    """Return why a tree is refused; empty if it is read."""
    try:
        from_json(data)
    except TreeFormatError as fault:
        return str(fault)
    return ""
