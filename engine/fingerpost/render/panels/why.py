"""Why this result: the answers that force it."""

from __future__ import annotations

from fingerpost.explain import Explanation
from fingerpost.markup import escape
from fingerpost.model import Tree
from fingerpost.render.panels.frame import framed
from fingerpost.render.place import Surroundings
from fingerpost.render.standing import answer_label
from fingerpost.wording import say


def draw(tree: Tree, told: Explanation, _: Surroundings) -> str:
    """Return the answers that force the result."""
    if told.position.decided is None:
        return ""
    if told.forcing == told.position.counted:
        content = f"<p>{escape(say('forced-all'))}</p>"
    else:
        items = "".join(_answered(tree, question, told.answers[question]) for question in told.forcing)
        content = f'<p>{escape(say("forced-some"))}</p><ul class="fp-forcing">{items}</ul>'
    return framed("why", "why-title", content)


def _answered(tree: Tree, question_id: str, answer_id: str) -> str:
    ask = tree.questions[question_id].ask.html
    return (
        f'<li data-step="{escape(f"{question_id}={answer_id}")}">{ask} '
        f"<strong>{answer_label(tree.questions[question_id], answer_id)}</strong></li>"
    )
