"""What stands below a state: whom to ask, why this and not another, what is still to confirm, and the record.

Each panel is a module with a function `draw`, which returns an empty string where a state has no such panel.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from fingerpost.answers.explanation import Explanation
from fingerpost.render.panels import ask_whom, combines, confirm, record, why, why_not
from fingerpost.render.surroundings import Surroundings
from fingerpost.tree.model import Tree

_IN_ORDER: Final[tuple[Callable[[Tree, Explanation, Surroundings], str], ...]] = (
    ask_whom.draw,
    why.draw,
    why_not.draw,
    combines.draw,
    confirm.draw,
    record.draw,
)
"""The panels in the order that they are shown."""


def panels(tree: Tree, told: Explanation, surroundings: Surroundings) -> str:
    """Return every panel that a state has; none before the first answer."""
    if not told.position.counted:
        return ""
    return "".join(draw(tree, told, surroundings) for draw in _IN_ORDER)
