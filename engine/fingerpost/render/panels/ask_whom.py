"""The questions answered "not sure": whom to ask, and the link that hands them over."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.explain import Explanation
from fingerpost.link import format_link
from fingerpost.markup import button, escape, link_to
from fingerpost.model import UNSURE, Tree
from fingerpost.render.panels.frame import framed
from fingerpost.render.place import Surroundings
from fingerpost.render.whose import marked
from fingerpost.walk import without
from fingerpost.wording import say


def draw(tree: Tree, told: Explanation, surroundings: Surroundings) -> str:
    """Return the questions answered "not sure" with who can tell, while their answers could decide something."""
    unsure = [question for question in told.position.counted if told.answers[question] == UNSURE]
    if not unsure or told.position.decided is not None:
        return ""
    items = "".join(_whom(tree, told, question, surroundings) for question in unsure)
    give = button(
        escape(say("hand-over")),
        "copy-link",
        data_link=hand_over_link(tree, told.answers),
        data_told="hand-over-copied",
    )
    lead = f"<p>{escape(say('ask-whom-lead'))}</p>"
    return framed("ask-whom", "ask-whom-title", f'{lead}<ul>{items}</ul><p class="fp-actions">{give}</p>')


def hand_over_link(tree: Tree, answers: Mapping[str, str]) -> str:
    """Return the link text that asks somebody else the questions that were not answered for sure."""
    sure = {question: answer for question, answer in answers.items() if answer != UNSURE}
    return format_link(tree, sure, hand_over=True)


def _whom(tree: Tree, told: Explanation, question_id: str, surroundings: Surroundings) -> str:
    question = tree.questions[question_id]
    whom = "" if question.unsure is None else f" <span>{marked(question.unsure)}</span>"
    asked_again = without(told.answers, question_id)
    spoken = f'{escape(say("answer-it"))}<span class="fp-spoken"> {escape(question.ask.plain)}</span>'
    return (
        f'<li data-unsure="{escape(question_id)}"><strong>{question.ask.html}</strong>{whom} '
        f"{link_to(surroundings.state(format_link(tree, asked_again)), spoken)}</li>"
    )
