"""The considerations that the questions do not ask about, to check and tick off."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.render.panel import Panel, framed
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree


def draw(explanation: Explanation, _: Surroundings) -> str:
    """Return the considerations of the decided outcome, each with a tick box and a field for a note."""
    tree, decided = explanation.state.tree, explanation.state.position.decided
    if decided is None:
        return ""
    items = "".join(_consideration(tree, decided, name) for name in tree.outcomes[decided].confirm)
    if not items:
        return ""
    return framed(
        "confirm", say("confirm-title"), f'<p>{escape(say("confirm-lead"))}</p><ul class="fp-confirm">{items}</ul>'
    )


def _consideration(tree: Tree, outcome_id: str, name: str) -> str:
    consideration = tree.considerations[name]
    field = escape(f"{tree.id}-{name}")
    why = "" if consideration.why is None else f"<p>{marked(consideration.why)}</p>"
    advice = tree.outcomes[outcome_id].otherwise.get(name, consideration.otherwise)
    otherwise = "" if advice is None else f"<p>{escape(say('confirm-otherwise'))} {marked(advice)}</p>"
    about = f'<span class="fp-spoken"> {escape(say("confirm-note-on", ask=consideration.ask.plain))}</span>'
    return (
        f'<li><input type="checkbox" id="{field}" data-confirmed="{escape(name)}"> '
        f'<label for="{field}">{marked(consideration.ask)}</label>{why}{otherwise}'
        f'<label class="fp-noting"><span class="fp-hint">{escape(say("confirm-note"))}{about}</span>'
        f'<textarea rows="1" data-note="{escape(name)}"></textarea></label></li>'
    )


PANEL = Panel(order=500, draw=draw)
