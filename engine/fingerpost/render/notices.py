"""What the reader is told when a link could not be taken as it stands."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.link import Problem
from fingerpost.markup import escape
from fingerpost.model import UNSURE, Tree
from fingerpost.wording import say


def problem_text(tree: Tree, problem: Problem) -> str:
    """Return one plain sentence or two about a problem with a link."""
    question = tree.questions.get(problem.question) if problem.question else None
    return say(
        problem.kind,
        part=problem.part,
        edition=tree.edition,
        question=question.ask.plain if question else "",
    )


def notices(tree: Tree, problems: Iterable[Problem], set_aside: Iterable[tuple[str, str]]) -> str:
    """Return the notices of a state, or an empty string.

    Args:
        tree: The tree.
        problems: What `read_link` reported.
        set_aside: Question and answer ids that do not count because the question is not live.
    """
    items = [f"<li>{escape(problem_text(tree, problem))}</li>" for problem in problems]
    parked = "".join(
        f"<li>{tree.questions[question].ask.html} <strong>{_label(tree, question, answer)}</strong></li>"
        for question, answer in set_aside
    )
    if parked:
        items.append(f"<li>{escape(say('set-aside'))}<ul>{parked}</ul></li>")
    if not items:
        return ""
    return (
        f'<div class="fp-notices" role="note" aria-label="{escape(say("notice-title"))}">'
        f"<ul>{''.join(items)}</ul></div>"
    )


def _label(tree: Tree, question_id: str, answer_id: str) -> str:
    answer = tree.questions[question_id].answer(answer_id)
    if answer_id == UNSURE or answer is None:
        return escape(say("answered-unsure"))
    return answer.label.html
