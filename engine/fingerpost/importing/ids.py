"""Makes ids from the names that other programs give."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN: Final = re.compile(r"[^a-z0-9]+")
_LENGTH: Final = 60


class Ids:
    """The ids of one kind of part, each given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Start with the ids that no part may have."""
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def new(self, name: str, otherwise: str) -> str:
        """Return an id for a name, with a number after it if the id is taken.

        Args:
            name: A name or a text; an id stays as it is.
            otherwise: The id if the name has no letter or digit that an id can have.
        """
        base = _id_of(name) or otherwise
        found, number = base, self._numbers.get(base, 1)
        while found in self._taken:
            number += 1
            found = f"{base}-{number}"
        self._numbers[base] = number
        self._taken.add(found)
        return found


def _id_of(name: str) -> str:
    # Letters with accents keep the letter.
    plain = unicodedata.normalize("NFKD", _HUMP.sub("-", name[: 10 * _LENGTH])).encode("ascii", "ignore").decode()
    words = _BETWEEN.sub("-", plain.lower()).strip("-")
    if len(words) <= _LENGTH or words == name:
        return words
    return words[: words.rfind("-", 0, _LENGTH + 1)] if "-" in words[: _LENGTH + 1] else words[:_LENGTH]
