"""Guesses which known word an author meant by an unknown one."""

from __future__ import annotations

import difflib
from collections.abc import Collection

MOST_WORDS = 1000
"""With more known words than this, no guess is made: each guess compares the word with all of them."""


def closest(word: str, known: Collection[str]) -> str | None:
    """Return the most similar known word, or None if none is similar."""
    # A longer word is unlikely to be a misspelling, and comparing it is slow.
    if len(word) > 100 or len(known) > MOST_WORDS:
        return None
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return close[0]
    # In a word of two or three letters, two that change places leave too little that is equal.
    letters = sorted(word)
    return next((other for other in known if sorted(other) == letters), None)


def is_as_close(word: str, one: str, other: str) -> bool:
    """Return whether a word is as similar to one known word as to another, or has the same letters."""
    if sorted(word) == sorted(one):
        return True
    first, second = (difflib.SequenceMatcher(None, known, word).ratio() for known in (one, other))
    return first >= second


def did_you_mean(word: str, known: Collection[str]) -> str | None:
    """Return a hint that names the most similar known word, or None if none is similar."""
    close = closest(word, known)
    return None if close is None else f"Did you mean '{close}'?"
