"""A state of the tree: what the page element shows for a set of answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fingerpost.link import Problem, format_link
from fingerpost.markup import escape, link_to
from fingerpost.model import Outcome, Tree
from fingerpost.render.cards import outcome_card, question_card
from fingerpost.render.notices import notices
from fingerpost.render.place import Surroundings
from fingerpost.render.trail import trail, trail_row
from fingerpost.walk import Position, position
from fingerpost.wording import say


@dataclass(frozen=True, slots=True)
class View:
    """What is shown.

    Attributes:
        html: The whole content of the live region.
        title: Plain text for the window's title.
        link: The link text of the state in its canonical form.
    """

    html: str
    title: str
    link: str


def view(
    tree: Tree,
    answers: Mapping[str, str],
    surroundings: Surroundings,
    problems: Sequence[Problem] = (),
) -> View:
    """Return what is shown for answers that `read_link` accepted, and the problems it reported."""
    where = position(tree, answers)
    title, card = _card(tree, answers, where, surroundings)
    parked = [(question, answers[question]) for question in where.set_aside]
    rows = (
        trail_row(
            tree.questions[question],
            answers[question],
            surroundings.state(format_link(tree, _without(answers, question))),
        )
        for question in where.counted
    )
    return View(
        html=notices(tree, problems, parked) + card + trail(rows, surroundings.state(tree.id)),
        title=title,
        link=format_link(tree, answers),
    )


def _card(tree: Tree, answers: Mapping[str, str], where: Position, surroundings: Surroundings) -> tuple[str, str]:
    """Return the title and the HTML of the card: an outcome, the next question, or several outcomes."""
    if where.decided is not None:
        outcome = tree.outcomes[where.decided]
        note = f'<p class="fp-either-way">{escape(say("either-way"))}</p>' if where.open else ""
        content = outcome_card(outcome, surroundings) + note
        return outcome.title.plain, _framed("outcome", outcome.id, content)
    if where.open:
        question = tree.questions[where.open[0]]

        def state_after(answer_id: str) -> str:
            return surroundings.state(format_link(tree, {**answers, question.id: answer_id}))

        several = _still_possible(tree, where) if len(where.open) > 1 or where.reached else ""
        return question.ask.plain, _framed("question", question.id, question_card(question, state_after) + several)
    title = say("several-possible")
    outcomes = "".join(
        f'<li data-outcome="{escape(name)}">{_outcome_link(tree.outcomes[name], surroundings)}</li>'
        for name in where.possible
    )
    return title, (
        f'<div class="fp-card"><h3 class="fp-ask" tabindex="-1">{escape(title)}</h3>'
        f"<p>{escape(say('several-possible-lead'))}</p><ul>{outcomes}</ul></div>"
    )


def _framed(kind: str, node: str, content: str) -> str:
    return f'<div class="fp-card" data-{kind}="{escape(node)}">{content}</div>'


def _still_possible(tree: Tree, where: Position) -> str:
    names = ", ".join(tree.outcomes[name].title.html for name in where.possible)
    lead = say("still-possible", count=len(where.possible), total=len(tree.outcomes))
    return f'<p class="fp-possible">{escape(lead)} {names}</p>'


def _outcome_link(outcome: Outcome, surroundings: Surroundings) -> str:
    page = surroundings.outcome_pages.get(outcome.id)
    return outcome.title.html if page is None else link_to(page, outcome.title.html)


def _without(answers: Mapping[str, str], question_id: str) -> dict[str, str]:
    return {question: answer for question, answer in answers.items() if question != question_id}
