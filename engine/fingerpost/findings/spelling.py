"""Guesses which known word an author meant by an unknown one."""

from __future__ import annotations

import difflib
from collections.abc import Collection

MOST_WORDS = 1000
"""With more known words than this, no guess is made: each guess compares the word with all of them."""


def did_you_mean(word: str, known: Collection[str]) -> str | None:
    """Return a hint that names the most similar known word, or None if none is similar."""
    # A longer word is unlikely to be a misspelling, and comparing it is slow.
    if len(word) > 100 or len(known) > MOST_WORDS:
        return None
    close = difflib.get_close_matches(word, known, n=1)
    return f"Did you mean '{close[0]}'?" if close else None
