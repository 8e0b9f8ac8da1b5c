"""The outcomes that are still possible, side by side by their qualities."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.render.names import noun
from fingerpost.render.panel import Panel, framed
from fingerpost.render.qualities import matrix
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE


def draw(explanation: Explanation, surroundings: Surroundings) -> str:
    """Return the table once there is a result, or nothing is left to ask, or an answer is "not sure"."""
    state = explanation.state
    tree, position = state.tree, state.position
    unsure = any(state.answers[question] == UNSURE for question in position.counted)
    if not (position.decided is not None or unsure or explanation.asking is None):
        return ""
    table = matrix(tree, [tree.outcomes[name] for name in position.possible], surroundings, "possible")
    if not table:
        return ""
    decided = position.decided
    title = (
        say("qualities-title", noun=noun(tree))
        if decided is None
        else say("qualities-of", title=tree.outcomes[decided].title.plain)
    )
    return framed("qualities", title, table)


PANEL = Panel(order=250, draw=draw)
