"""The list of answers given, each with a way to change it, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fingerpost.markup import button, escape, link_to
from fingerpost.model import Question, Tree
from fingerpost.render.standing import answer_label
from fingerpost.render.whose import marked
from fingerpost.wording import say


def trail(
    rows: Iterable[str],
    start_again: str,
    *,
    title: str = "your-answers",
    kept: str = "",
    cancel: str = "",
    folded: bool = False,
) -> str:
    """Return the answers with the actions; hidden while there is no answer.

    Args:
        rows: What `trail_row` gave, in the order asked.
        start_again: Address of the first question.
        title: The key of the title in the table of words.
        kept: What `kept_answers` gave.
        cancel: Address of the state before a change that is under way; empty where there is none.
        folded: Whether the answers are folded away, and copying the link is offered elsewhere.
    """
    listed = "".join(rows)
    hidden = "" if listed or kept or cancel else " hidden"
    unlisted = "" if listed else " hidden"
    opened = "" if folded else " open"
    starting = link_to(start_again, escape(say("start-again")), "md-button fp-button", data_action="start-again")
    cancelling = (
        link_to(cancel, escape(say("cancel-change")), "md-button fp-button", data_action="cancel-change")
        if cancel
        else ""
    )
    copying = "" if folded else button(escape(say("copy-link")), "copy-link")
    return (
        f'<div class="fp-trail"{hidden}><details class="fp-fold fp-answered"{opened}{unlisted}>'
        f"<summary>{escape(say(title))}</summary><ol>{listed}</ol></details>{kept}"
        f'<p class="fp-actions">{cancelling}{starting}{copying}</p></div>'
    )


def kept_answers(tree: Tree, answers: Mapping[str, str], set_aside: Sequence[str], note: str) -> str:
    """Return the answers that do not count for now, folded away; an empty string where there are none.

    Args:
        tree: The tree.
        answers: Question id to answer id or `unsure`.
        set_aside: The questions whose answers do not count.
        note: The key of what is said about them in the table of words.
    """
    if not set_aside:
        return ""
    items = "".join(
        f"<li>{tree.questions[question].ask.html} "
        f"<strong>{answer_label(tree.questions[question], answers[question])}</strong></li>"
        for question in set_aside
    )
    return (
        f'<details class="fp-fold fp-kept"><summary>{escape(say("kept-title"))}</summary>'
        f"<p>{escape(say(note))}</p><ul>{items}</ul></details>"
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
