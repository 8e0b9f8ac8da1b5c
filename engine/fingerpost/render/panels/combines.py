"""The other outcomes that the result works with."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.render.cards import outcome_link
from fingerpost.render.panel import Panel, framed
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.wording import say


def draw(explanation: Explanation, surroundings: Surroundings) -> str:
    """Return the outcomes that the decided one works with."""
    tree, decided = explanation.state.tree, explanation.state.position.decided
    if decided is None:
        return ""
    items = "".join(
        f"<li>{outcome_link(tree.outcomes[other], surroundings)}: {marked(why)}</li>"
        for other, why in tree.outcomes[decided].combines.items()
    )
    return framed("combines", say("combines-title"), f"<ul>{items}</ul>") if items else ""


PANEL = Panel(order=400, draw=draw)
