"""The parts of a plan's picture: the drawing around all of them, and lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from fingerpost.text.markup import escape
from fingerpost.text.wording import say

LETTERS: Final = 15
"""The size of the letters."""

LINE: Final = 19
"""The height of a line of text."""

type Anchor = Literal["start", "middle", "end"]


def svg(shapes: str, width: int, height: int) -> str:
    """Return a drawing with these shapes."""
    title = escape(say("plan-picture-lead"))
    return (
        f'<svg class="fp-plan-picture" xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-labelledby="fp-plan-picture-title" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="{LETTERS}"><title id="fp-plan-picture-title">{title}</title>'
        f"{shapes}</svg>"
    )


def lines_of(lines: Sequence[str], x: int, top: int, anchor: Anchor, css_class: str = "fp-plan-label") -> str:
    """Return lines of text, the first of which has its upper edge at `top`."""
    return "".join(text(line, x, top + LINE * number - 5, anchor, css_class) for number, line in enumerate(lines, 1))


def text(words: str, x: int, y: int, anchor: Anchor, css_class: str) -> str:
    """Return a line of text that stands on `y`."""
    return (
        f'<text class="{css_class}" x="{x}" y="{y}" text-anchor="{anchor}" fill="currentColor">{escape(words)}</text>'
    )
