"""Why this result: the answers that decide it, where fewer than all of them do."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.render.panel import Panel, framed
from fingerpost.render.standing import answered
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree


def draw(tree: Tree, told: Explanation, _: Surroundings) -> str:
    """Return the answers that force the result; nothing where all of them do, which says nothing by itself."""
    if told.position.decided is None or not told.forcing or told.forcing == told.position.counted:
        return ""
    items = "".join(_answered(tree, question, told.answers[question]) for question in told.forcing)
    content = f'<p>{escape(say("forced-some"))}</p><ul class="fp-forcing">{items}</ul>'
    return framed("why", say("why-title"), content)


def _answered(tree: Tree, question_id: str, answer_id: str) -> str:
    return (
        f'<li data-step="{escape(f"{question_id}={answer_id}")}">'
        f"{answered(tree.questions[question_id], answer_id)}</li>"
    )


PANEL = Panel(order=200, draw=draw)
