"""Texts of a tree on one line, for formats without markup."""

from __future__ import annotations

from fingerpost.record.addresses import plain_on
from fingerpost.text.markup import Text


def one_line(text: str) -> str:
    """Return a text with single spaces between its words, whatever stood between them."""
    return " ".join(text.split())


def line_of(text: Text, address: str = "") -> str:
    """Return the words of a text on one line, with the addresses of its links in brackets.

    Args:
        text: The text.
        address: The address of the page with the tree, for links that count from there; empty leaves them as they are.
    """
    return one_line(plain_on(address, text))
