"""The frame around every panel."""

from __future__ import annotations

from fingerpost.markup import escape
from fingerpost.wording import say


def framed(name: str, title: str, content: str) -> str:
    """Return a panel with its heading.

    Args:
        name: What scripts and tests find it by.
        title: The key of its heading in the table of words.
        content: Its HTML.
    """
    return f'<section class="fp-panel" data-panel="{name}"><h4>{escape(say(title))}</h4>{content}</section>'
