"""The open questions that do not change the result: the page does not ask them before it shows a result."""

from __future__ import annotations

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.state import State
from fingerpost.render.panel import Panel, framed
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import escape, link_to
from fingerpost.text.wording import say


def draw(explanation: Explanation, surroundings: Surroundings) -> str:
    """Return these questions with their answers as links, once nothing else is asked."""
    state = explanation.state
    after = state.tree.graph.passed_through
    open_questions = [question for question in state.position.open if question in after]
    if explanation.asking is not None or not open_questions:
        return ""
    items = "".join(_question(state, question, surroundings) for question in open_questions)
    return framed("also-asked", say("also-asked-title"), f"<p>{escape(say('also-asked-lead'))}</p><ul>{items}</ul>")


def _question(state: State, question_id: str, surroundings: Surroundings) -> str:
    question = state.tree.questions[question_id]
    links = "".join(
        f"<li>{link_to(surroundings.state(state.after(question_id, answer.id).link), marked(answer.label))}</li>"
        for answer in question.answers
    )
    return f'<li data-also-asked="{escape(question_id)}"><strong>{marked(question.ask)}</strong><ul>{links}</ul></li>'


PANEL = Panel(order=350, draw=draw)
