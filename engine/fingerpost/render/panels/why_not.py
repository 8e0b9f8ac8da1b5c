"""Why not another outcome: what ruled it out, and the change that leads to it."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.link import format_link
from fingerpost.answers.reasons import Change
from fingerpost.render.names import noun
from fingerpost.render.panel import Panel, framed
from fingerpost.render.standing import answered, ruled_out_by
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import breakable, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import Outcome, Tree


def draw(tree: Tree, told: Explanation, surroundings: Surroundings) -> str:
    """Return the other outcomes, each with what ruled it out and the change that leads to it."""
    if told.position.decided is None and told.open:
        return ""
    items = "".join(
        _other(tree, told, tree.outcomes[name], question, surroundings) for name, question in told.ruled_out.items()
    )
    title = say("why-not-title", noun=noun(tree))
    return framed("why-not", title, f'<div class="fp-others">{items}</div>') if items else ""


def _other(tree: Tree, told: Explanation, outcome: Outcome, question: str, surroundings: Surroundings) -> str:
    by = f"{escape(say('standing-ruled-out'))} {ruled_out_by(tree, question, told.answers[question])}"
    change = told.changes.get(outcome.id)
    needs = "" if change is None else _change(tree, told, outcome, change, surroundings)
    return (
        f'<details class="fp-fold" data-other="{escape(outcome.id)}"><summary>{marked(outcome.title)}</summary>'
        f"<p>{by}</p>{needs}</details>"
    )


def _change(tree: Tree, told: Explanation, outcome: Outcome, change: Change, surroundings: Surroundings) -> str:
    answers = change.applied_to(told.answers)
    steps = "".join(
        f"<li>{answered(tree.questions[question], answers[question])}</li>"
        for question in change.in_order(tree, told.answers)
    )
    spoken = f'<span class="fp-spoken"> {escape(say("open-change-which", title=outcome.title.plain))}</span>'
    opening = link_to(
        surroundings.state(format_link(tree, answers)),
        escape(say("open-change")) + spoken,
    )
    return f"<p>{breakable(say('would-need', title=outcome.title.plain))}</p><ul>{steps}</ul><p>{opening}</p>"


PANEL = Panel(order=300, draw=draw)
