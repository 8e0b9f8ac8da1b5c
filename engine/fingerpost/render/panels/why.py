"""Why this result: the answers that decide it, if not all of them are needed."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.link import pair
from fingerpost.answers.state import State
from fingerpost.render.panel import Panel, framed
from fingerpost.render.standing import answered
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import escape
from fingerpost.text.wording import say


def draw(explanation: Explanation, _: Surroundings) -> str:
    """Return the answers that force the result; nothing if it takes all of them, which would add no information."""
    state, forcing = explanation.state, explanation.forcing
    if state.position.decided is None or not forcing or forcing == state.counting.position.counted:
        return ""
    items = "".join(_answered(state, question) for question in forcing)
    content = f'<p>{escape(say("forced-some"))}</p><ul class="fp-forcing">{items}</ul>'
    return framed("why", say("why-title"), content)


def _answered(state: State, question_id: str) -> str:
    answer_id = state.answers[question_id]
    step = escape(pair(question_id, answer_id))
    return f'<li data-step="{step}">{answered(state.tree.questions[question_id], answer_id)}</li>'


PANEL = Panel(order=200, draw=draw)
