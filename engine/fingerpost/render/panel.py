"""A panel: one of the folded parts below a state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fingerpost.answers.explanation import Explanation
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import breakable


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of the page.

    Attributes:
        order: Its position among the panels: a smaller number comes first.
        draw: Returns its HTML, or an empty string if a state has no such panel.
    """

    order: int
    draw: Callable[[Explanation, Surroundings], str]


def framed(name: str, title: str, content: str, *, is_open: bool = False) -> str:
    """Return a panel's content, folded under its title.

    Args:
        name: The name that scripts and tests use to find the panel.
        title: The title, as plain text.
        content: The HTML.
        is_open: Whether the panel is unfolded from the start.
    """
    opened = " open" if is_open else ""
    return (
        f'<details class="fp-fold fp-panel" data-panel="{name}"{opened}>'
        f"<summary>{breakable(title)}</summary>{content}</details>"
    )
