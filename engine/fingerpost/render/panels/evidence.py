"""Who gave each answer, and when: fields for the reader's notes."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.render.evidence_fields import evidence_on
from fingerpost.render.panel import Panel, framed
from fingerpost.render.standing import answer_label
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import escape
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE, Question


def draw(explanation: Explanation, _: Surroundings) -> str:
    """Return two fields for each answer that counts."""
    state = explanation.state
    items = "".join(
        _fields(state.tree.questions[question], answer)
        for question in state.position.counted
        if (answer := state.answers[question]) != UNSURE and question != explanation.asking
    )
    if not items:
        return ""
    return framed(
        "evidence", say("evidence-title"), f'<p>{escape(say("evidence-lead"))}</p><ol class="fp-evidence">{items}</ol>'
    )


def _fields(question: Question, answer_id: str) -> str:
    return (
        f'<li><fieldset><legend><span class="fp-asked">{marked(question.ask)}</span> '
        f'<span class="fp-given">{answer_label(question, answer_id)}</span></legend>'
        f"{evidence_on(question.id)}</fieldset></li>"
    )


PANEL = Panel(order=570, draw=draw)
