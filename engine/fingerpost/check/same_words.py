"""Compares texts by their words alone, as a reader does."""

from __future__ import annotations

from fingerpost.text.markup import Text


def words_of(text: Text) -> str:
    """Return the words of a text, without differences of white space, case and markup."""
    return " ".join(text.plain.split()).casefold()
