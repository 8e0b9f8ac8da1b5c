"""Why not another outcome: the answer that ruled it out, and the change that leads to it."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.reasons import Alternative
from fingerpost.answers.state import State
from fingerpost.render.names import noun
from fingerpost.render.panel import Panel, framed
from fingerpost.render.standing import answered, ruled_out_by
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import breakable, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import Outcome


def draw(explanation: Explanation, surroundings: Surroundings) -> str:
    """Return the other outcomes, each with the answer that ruled it out and the change that leads to it."""
    state = explanation.state
    if state.position.decided is None and explanation.open:
        return ""
    items = "".join(
        _other(explanation, state.tree.outcomes[name], question, surroundings)
        for name, question in explanation.ruled_out.items()
    )
    title = say("why-not-title", noun=noun(state.tree))
    return framed("why-not", title, f'<div class="fp-others">{items}</div>') if items else ""


def _other(explanation: Explanation, outcome: Outcome, question: str, surroundings: Surroundings) -> str:
    state = explanation.state
    by = f"{escape(say('standing-ruled-out'))} {ruled_out_by(state.tree, question, state.answers[question])}"
    alternative = explanation.alternatives.get(outcome.id)
    needs = "" if alternative is None else _change(state, outcome, alternative, surroundings)
    return (
        f'<details class="fp-fold" data-other="{escape(outcome.id)}"><summary>{marked(outcome.title)}</summary>'
        f"<p>{by}</p>{needs}</details>"
    )


def _change(state: State, outcome: Outcome, alternative: Alternative, surroundings: Surroundings) -> str:
    steps = "".join(
        f"<li>{answered(state.tree.questions[question], answer)}</li>"
        for question, answer in alternative.in_order(state)
    )
    spoken = f'<span class="fp-spoken"> {escape(say("open-change-which", title=outcome.title.plain))}</span>'
    opening = link_to(
        surroundings.state(alternative.applied_to(state).link),
        escape(say("open-change")) + spoken,
    )
    return f"<p>{breakable(say('would-need', title=outcome.title.plain))}</p><ul>{steps}</ul><p>{opening}</p>"


PANEL = Panel(order=300, draw=draw)
