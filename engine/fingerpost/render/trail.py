"""The list of answers given, each with a way to change it, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.markup import button, escape, link_to
from fingerpost.model import Question
from fingerpost.render.standing import answer_label
from fingerpost.render.whose import marked
from fingerpost.wording import say


def trail(rows: Iterable[str], start_again: str) -> str:
    """Return the answers with the actions; hidden while there is no answer.

    Args:
        rows: What `trail_row` gave, in the order asked.
        start_again: Address of the first question.
    """
    listed = "".join(rows)
    hidden = "" if listed else " hidden"
    starting = link_to(start_again, escape(say("start-again")), "md-button fp-button", data_action="start-again")
    return (
        f'<div class="fp-trail"{hidden}><h4>{escape(say("your-answers"))}</h4><ol>{listed}</ol>'
        f'<p class="fp-actions">{starting}'
        f"{button(escape(say('copy-link')), 'copy-link')}</p></div>"
    )


def trail_row(question: Question, answer_id: str, change: str) -> str:
    """Return one answer with its reason.

    Args:
        question: The question that was answered.
        answer_id: One of its answers, or `unsure`.
        change: Address of the state in which the question is asked again.
    """
    answer = question.answer(answer_id)
    because = answer.because if answer is not None else question.unsure
    reason = "" if because is None else f'<span class="fp-because">{marked(because)}</span>'
    which = escape(say("change-which", question=question.ask.plain))
    changing = link_to(
        change,
        f'{escape(say("change"))}<span class="fp-spoken"> {which}</span>',
        "fp-change",
        data_change=question.id,
    )
    return (
        f'<li data-row="{escape(f"{question.id}={answer_id}")}"><span class="fp-asked">{question.ask.html}</span> '
        f'<span class="fp-given">{answer_label(question, answer_id)}</span> {changing}{reason}</li>'
    )
