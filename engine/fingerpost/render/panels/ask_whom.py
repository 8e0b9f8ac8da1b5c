"""The questions answered "not sure": who to ask, and the link that hands them over."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.answers.evidence import Evidence
from fingerpost.answers.explanation import Explanation
from fingerpost.answers.state import State
from fingerpost.render.panel import Panel, framed
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import button, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE


def draw(explanation: Explanation, surroundings: Surroundings) -> str:
    """Return the questions answered "not sure" with who to ask, as long as answers to them could narrow the result."""
    asking = _worth_asking(explanation)
    if not asking:
        return ""
    items = "".join(_whom(explanation.state, question, surroundings) for question in asking)
    lead = f"<p>{escape(say('ask-whom-lead' if explanation.narrowing else 'ask-whom-together'))}</p>"
    give = button(escape(say("hand-over")), "hand-over", data_message="hand-over-copied")
    hint = f'<p class="fp-hint">{escape(say("hand-over-hint"))}</p>'
    content = f'{lead}<ul>{items}</ul><p class="fp-actions">{give}</p>{hint}'
    return framed("ask-whom", say("ask-whom-title"), content, is_open=not explanation.open)


def handed_over(state: State, need: str, said: Mapping[str, Evidence]) -> State:
    """Return the state for somebody else to answer the questions that the reader is not sure about.

    Args:
        state: The reader's state; answers that do not count are not handed over.
        need: The need in the reader's words, which the link carries to the person who gets it.
        said: Question id to who gave the answer and when, as the reader noted it; the link carries that, too.
    """
    return state.handed_over(_worth_asking(Explanation(state)), need.strip(), said)


def _worth_asking(explanation: Explanation) -> tuple[str, ...]:
    """Return the questions answered "not sure" that narrow the result: each alone or, failing that, all together."""
    state = explanation.state
    if state.position.decided is not None:
        return ()
    counting = state.counting.position
    together = () if counting.open else counting.counted
    return explanation.narrowing or tuple(question for question in together if state.answers[question] == UNSURE)


def _whom(state: State, question_id: str, surroundings: Surroundings) -> str:
    question = state.tree.questions[question_id]
    whom = "" if question.unsure is None else f" <span>{marked(question.unsure)}</span>"
    spoken = f'{escape(say("answer-it"))}<span class="fp-spoken"> {escape(question.ask.plain)}</span>'
    return (
        f'<li data-unsure="{escape(question_id)}"><strong>{marked(question.ask)}</strong>{whom} '
        f"{link_to(surroundings.state(state.changing(question_id).link), spoken)}</li>"
    )


PANEL = Panel(order=100, draw=draw)
