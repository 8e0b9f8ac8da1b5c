"""Steps through the text of a flowchart, and knows the line and the column of each position."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from fingerpost.findings.finding import Place

_LONGEST: Final = 5000
"""The most characters that are searched for the end of a part."""


class Scanner:
    """A position in a text.

    Attributes:
        text: The whole text.
        at: The position, counted from 0.
    """

    def __init__(self, text: str, name: str) -> None:
        """Begin at the start of the text of a file."""
        self.text = text
        self.at = 0
        self._name = name
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Step over what a pattern matches here, and return the match; None if it does not match."""
        found = pattern.match(self.text, self.at)
        if found is not None:
            self.at = found.end()
        return found

    def take_between(self, begin: str, end: str) -> bool:
        """Step over what is between two marks, and over the marks; return False if it is not here."""
        found = self.text.find(end, self.at, self.at + _LONGEST) if self.text.startswith(begin, self.at) else -1
        if found < 0:
            return False
        self.at = found + len(end)
        return True

    def looking_at(self, pattern: re.Pattern[str]) -> bool:
        """Return whether a pattern matches here."""
        return pattern.match(self.text, self.at) is not None

    def place(self) -> Place:
        """Return the line and the column of the next character."""
        line = bisect_right(self._lines, self.at)
        return Place(self._name, line, self.at - self._lines[line - 1] + 1)

    def rest_of_line(self) -> str:
        """Return what is left of the line, without stepping over it."""
        end = self.text.find("\n", self.at)
        return self.text[self.at : len(self.text) if end < 0 else end]
