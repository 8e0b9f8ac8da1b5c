"""Guesses what an author meant by a word that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Collection

MOST_WORDS = 1000
"""With more known words than this no guess is made: each guess compares with every one of them."""


def did_you_mean(word: str, known: Collection[str]) -> str | None:
    """Return a hint that names the most similar known word, or None if none is similar."""
    # Nobody misspells a longer word, and to compare it would take long.
    if len(word) > 100 or len(known) > MOST_WORDS:
        return None
    close = difflib.get_close_matches(word, known, n=1)
    return f"Did you mean '{close[0]}'?" if close else None
