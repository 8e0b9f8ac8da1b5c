"""Renders the list of answers given, each with a link to change it, and the actions for them."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.answers.evidence import UNSAID, Evidence
from fingerpost.answers.link import pair
from fingerpost.answers.state import State
from fingerpost.render.standing import answer_label, answered
from fingerpost.render.whose import marked
from fingerpost.text.markup import button, escape, link_to
from fingerpost.text.visible import visible_line
from fingerpost.text.wording import say
from fingerpost.tree.model import Question


def trail(
    rows: Iterable[str],
    start_again: str,
    *,
    title: str = "your-answers",
    set_aside: str = "",
    cancel: str = "",
    folded: bool = False,
) -> str:
    """Return the answers with the actions, hidden if there are no answers.

    Args:
        rows: The results of `trail_row`, in the order asked.
        start_again: Address of the first question; empty if starting again is not offered.
        title: The key of the title in the wording.
        set_aside: The result of `answers_set_aside`.
        cancel: Address of the state before the change in progress; empty if there is none.
        folded: Whether the answers are folded, and copying the link is offered elsewhere.
    """
    listed = "".join(rows)
    hidden = "" if listed or set_aside or cancel else " hidden"
    unlisted = "" if listed else " hidden"
    opened = "" if folded else " open"
    starting = (
        link_to(start_again, escape(say("start-again")), "md-button fp-button", data_action="start-again")
        if start_again
        else ""
    )
    cancelling = (
        link_to(cancel, escape(say("cancel-change")), "md-button fp-button", data_action="cancel-change")
        if cancel
        else ""
    )
    copying = "" if folded else button(escape(say("copy-link")), "copy-link")
    return (
        f'<div class="fp-trail"{hidden}><details class="fp-fold fp-answered"{opened}{unlisted}>'
        f"<summary>{escape(say(title))}</summary><ol>{listed}</ol></details>{set_aside}"
        f'<p class="fp-actions">{cancelling}{starting}{copying}</p></div>'
    )


def answers_set_aside(state: State, title: str, note: str) -> str:
    """Return the answers that do not count at the moment, folded; an empty string if there are none.

    Args:
        state: The state.
        title: The key of their title in the wording.
        note: The key of the note about them in the wording.
    """
    set_aside = state.position.set_aside
    if not set_aside:
        return ""
    items = "".join(
        f"<li>{answered(state.tree.questions[question], state.answers[question])}</li>" for question in set_aside
    )
    return (
        f'<details class="fp-fold fp-set-aside"><summary>{escape(say(title))}</summary>'
        f"<p>{escape(say(note))}</p><ul>{items}</ul></details>"
    )


def trail_row(question: Question, answer_id: str, change: str, said: Evidence = UNSAID) -> str:
    """Return one answer with its reason.

    Args:
        question: The question that was answered.
        answer_id: One of its answers, or `unsure`.
        change: Address of the state in which the question is asked again.
        said: Who gave the answer and when, as far as it is to be shown.
    """
    return (
        f"<li{_named(question, answer_id)}>{_asked(question)} {_given(question, answer_id)} "
        f"{_change(question, change)}{_because(question, answer_id)}{_said(said)}</li>"
    )


def trail_row_template(question: Question, answer_ids: Iterable[str], change: str) -> str:
    """Return the row of a question with all of its answers; the page element removes all but the one given.

    Args:
        question: The question.
        answer_ids: Its answers, and `unsure` if that is allowed.
        change: Address of the state in which the question is asked again.
    """
    marks = {answer_id: f' data-of="{escape(answer_id)}"' for answer_id in answer_ids}
    given = "".join(_given(question, answer_id, mark) for answer_id, mark in marks.items())
    because = "".join(_because(question, answer_id, mark) for answer_id, mark in marks.items())
    return f"<li>{_asked(question)} {given} {_change(question, change)}{because}</li>"


def _named(question: Question, answer_id: str) -> str:
    return f' data-row="{escape(pair(question.id, answer_id))}"'


def _asked(question: Question) -> str:
    return f'<span class="fp-asked">{marked(question.ask)}</span>'


def _given(question: Question, answer_id: str, mark: str = "") -> str:
    return f'<span class="fp-given"{mark}>{answer_label(question, answer_id)}</span>'


def _said(said: Evidence) -> str:
    # Apart from the words around them, whichever way they are written.
    words = ", ".join(f"<bdi>{escape(visible_line(part))}</bdi>" for part in (said.who, said.when) if part)
    return f'<span class="fp-said">{escape(say("record-evidence"))} {words}</span>' if words else ""


def _change(question: Question, address: str) -> str:
    which = escape(say("change-which", question=question.ask.plain))
    return link_to(
        address,
        f'{escape(say("change"))}<span class="fp-spoken"> {which}</span>',
        "fp-change",
        data_change=question.id,
    )


def _because(question: Question, answer_id: str, mark: str = "") -> str:
    answer = question.answer(answer_id)
    because = answer.because if answer is not None else question.unsure
    return "" if because is None else f'<span class="fp-because"{mark}>{marked(because)}</span>'
