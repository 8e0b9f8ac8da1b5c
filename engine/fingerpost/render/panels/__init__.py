"""The panels below a state, one file each: who to ask, why this result and not another, what to confirm, the record.

To add a panel, copy `combines.py`.
"""

from __future__ import annotations

from typing import Final

from fingerpost.answers.explanation import Explanation
from fingerpost.registry import collect
from fingerpost.render.panel import Panel
from fingerpost.render.surroundings import Surroundings

PANELS: Final = tuple(collect(__name__, "PANEL", Panel).values())
"""In the order of the page."""


def panels(explanation: Explanation, surroundings: Surroundings) -> str:
    """Return every panel that a state has; none before the first answer."""
    if not explanation.state.position.counted:
        return ""
    return "".join(panel.draw(explanation, surroundings) for panel in PANELS)
