"""The frame around every panel."""

from __future__ import annotations

from fingerpost.text.markup import escape


def framed(name: str, title: str, content: str, *, is_open: bool = False) -> str:
    """Return a panel folded under its title.

    Args:
        name: What scripts and tests find it by.
        title: Its title, as plain text.
        content: Its HTML.
        is_open: Whether it is unfolded from the start.
    """
    opened = " open" if is_open else ""
    return (
        f'<details class="fp-fold fp-panel" data-panel="{name}"{opened}>'
        f"<summary>{escape(title)}</summary>{content}</details>"
    )
