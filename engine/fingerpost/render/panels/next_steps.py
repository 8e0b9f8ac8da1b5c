"""What to do or to use after a result, to tick off."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.render.panel import Panel, framed
from fingerpost.render.steps import steps
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.wording import say


def draw(explanation: Explanation, surroundings: Surroundings) -> str:
    """Return the steps of the decided outcome in their groups."""
    tree, decided = explanation.state.tree, explanation.state.position.decided
    content = "" if decided is None else steps(tree, decided, surroundings, 4, with_boxes=True)
    return framed("next-steps", say("steps-title"), content) if content else ""


PANEL = Panel(order=550, draw=draw)
