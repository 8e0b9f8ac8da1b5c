"""The questions answered "not sure": whom to ask, and the link that hands them over."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.link import format_link
from fingerpost.answers.position import Position, position
from fingerpost.answers.reasons import narrowing
from fingerpost.render.panel import Panel, framed
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import button, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE, Tree


def draw(tree: Tree, told: Explanation, surroundings: Surroundings) -> str:
    """Return the questions answered "not sure" with who can tell, while their answers could narrow the result."""
    asking = _worth_asking(tree, told.answers, told.position)
    if not asking:
        return ""
    items = "".join(_whom(tree, told, question, surroundings) for question in asking)
    alone = narrowing(tree, told.answers, told.position)
    lead = f"<p>{escape(say('ask-whom-lead' if alone else 'ask-whom-together'))}</p>"
    give = button(escape(say("hand-over")), "hand-over", data_told="hand-over-copied")
    hint = f'<p class="fp-hint">{escape(say("hand-over-hint"))}</p>'
    content = f'{lead}<ul>{items}</ul><p class="fp-actions">{give}</p>{hint}'
    return framed("ask-whom", say("ask-whom-title"), content, is_open=not told.open)


def hand_over_link(tree: Tree, answers: Mapping[str, str], need: str = "") -> str:
    """Return the link text that asks somebody else the questions that the reader is not sure about.

    Args:
        tree: The tree.
        answers: The reader's answers; those that do not count are not handed over.
        need: What the reader has written about the need, which the link carries to whoever gets it.
    """
    where = position(tree, answers)
    counted = {question: answers[question] for question in where.counted}
    asking = _worth_asking(tree, answers, where)
    return format_link(tree, counted, hand_over=True, ask_again=asking, need=need.strip())


def _worth_asking(tree: Tree, answers: Mapping[str, str], where: Position) -> tuple[str, ...]:
    """Return the questions answered "not sure" that narrow the result: each alone or, failing that, all together."""
    if where.decided is not None:
        return ()
    alone = narrowing(tree, answers, where)
    together = () if where.open else where.counted
    return alone or tuple(question for question in together if answers[question] == UNSURE)


def _whom(tree: Tree, told: Explanation, question_id: str, surroundings: Surroundings) -> str:
    question = tree.questions[question_id]
    whom = "" if question.unsure is None else f" <span>{marked(question.unsure)}</span>"
    spoken = f'{escape(say("answer-it"))}<span class="fp-spoken"> {escape(question.ask.plain)}</span>'
    asked_again = surroundings.state(format_link(tree, told.answers, ask_again=(question_id,)))
    return (
        f'<li data-unsure="{escape(question_id)}"><strong>{marked(question.ask)}</strong>{whom} '
        f"{link_to(asked_again, spoken)}</li>"
    )


PANEL = Panel(order=100, draw=draw)
