"""The ids of needs: their form, and the id that follows from what a need says."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterator
from itertools import count
from typing import Final

from fingerpost.plan.model import Need
from fingerpost.plan.writing import compact, need_as_json

ID_PATTERN: Final = re.compile(r"[a-z0-9]{1,32}")
"""The form of the id of a need."""

_DERIVED: Final = re.compile(r"m[0-9a-f]{16}")


def as_id(value: object) -> str:
    """Return a value that can be the id of a need; an empty text for any other value."""
    return value if isinstance(value, str) and ID_PATTERN.fullmatch(value) else ""


def content(need: Need) -> str:
    """Return what a need says, as text: equal for needs that differ only in their id and the time of change."""
    return compact(need_as_json(need.with_values(id="", changed=0)))


def derived_id(need: Need, taken: Collection[str] = ()) -> str:
    """Return the id that follows from what a need says, or the next one that is free.

    Args:
        need: The need.
        taken: Ids that other needs have.
    """
    return next(name for name in _ids(content(need)) if name not in taken)


def is_derived(need_id: str) -> bool:
    """Return whether an id has the form of those that follow from what a need says."""
    return _DERIVED.fullmatch(need_id) is not None


def digest(text: str) -> str:
    """Return a short name for a text: the same in every Python, and in all likelihood another one for other text."""
    data = text.encode(errors="backslashreplace")
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}"


def _ids(said: str) -> Iterator[str]:
    for number in count():
        yield f"m{digest(f'{number}{said}')}"
