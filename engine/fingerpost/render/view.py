"""A state of the tree: what the page element shows for a link."""

from __future__ import annotations

from dataclasses import dataclass

from fingerpost.explain import Explanation, explain
from fingerpost.link import LinkReading, format_link
from fingerpost.markup import button, escape
from fingerpost.model import UNSURE, Tree
from fingerpost.render.cards import outcome_card, outcome_link, question_card
from fingerpost.render.notices import notices
from fingerpost.render.panels import panels
from fingerpost.render.place import Surroundings
from fingerpost.render.standing import left_text, questions_left, ruled_out_by, standing, standing_text
from fingerpost.render.trail import trail, trail_row
from fingerpost.render.whose import explained
from fingerpost.walk import without
from fingerpost.wording import say


@dataclass(frozen=True, slots=True)
class View:
    """What is shown.

    Attributes:
        html: The whole content of the live region.
        title: Plain text for the window's title.
        link: The link text of the state in its canonical form.
        announcement: Plain text that a screen reader tells besides the heading, which takes the focus.
    """

    html: str
    title: str
    link: str
    announcement: str


def view(tree: Tree, reading: LinkReading, surroundings: Surroundings) -> View:
    """Return what is shown for a link."""
    answers = reading.answers
    told = explain(tree, answers)
    title, card = _card(tree, told, reading, surroundings)
    rows = (
        trail_row(
            tree.questions[question],
            answers[question],
            surroundings.state(format_link(tree, without(answers, question), hand_over=reading.hand_over)),
        )
        for question in told.position.counted
    )
    below = "" if reading.hand_over else panels(tree, told, surroundings)
    return View(
        html=explained(
            "".join(
                (
                    notices(tree, reading, told.position),
                    _hand_over(tree, told) if reading.hand_over else "",
                    card,
                    trail(rows, surroundings.state(tree.id)),
                    f'<div class="fp-panels">{below}</div>',
                )
            ),
            tree.source,
        ),
        title=title,
        link=format_link(tree, answers, hand_over=reading.hand_over),
        announcement=_announcement(tree, told),
    )


def _card(tree: Tree, told: Explanation, reading: LinkReading, surroundings: Surroundings) -> tuple[str, str]:
    """Return the title and the HTML of the card: an outcome, the next question, or several outcomes."""
    where = told.position
    if where.decided is not None:
        outcome = tree.outcomes[where.decided]
        unsure = any(told.answers[question] == UNSURE for question in where.counted)
        note = f'<p class="fp-either-way">{escape(say("either-way"))}</p>' if unsure or where.open else ""
        return outcome.title.plain, _framed("outcome", outcome.id, outcome_card(outcome, surroundings) + note)
    if told.open:
        question = tree.questions[told.open[0]]

        def state_after(answer_id: str) -> str:
            after = {**told.answers, question.id: answer_id}
            return surroundings.state(format_link(tree, after, hand_over=reading.hand_over))

        content = question_card(
            question,
            state_after,
            left=questions_left(told.left),
            standing=standing(tree, where.possible, _reasons(tree, told)),
        )
        return question.ask.plain, _framed("question", question.id, content)
    title = say("several-possible")
    outcomes = "".join(
        f'<li data-outcome="{escape(name)}">{outcome_link(tree.outcomes[name], surroundings)}</li>'
        for name in where.possible
    )
    return title, (
        f'<div class="fp-card" data-possible="{escape(" ".join(where.possible))}">'
        f'<h3 class="fp-ask" tabindex="-1">{escape(title)}</h3>'
        f"<p>{escape(say('several-possible-lead'))}</p><ul>{outcomes}</ul></div>"
    )


def _framed(kind: str, node: str, content: str) -> str:
    return f'<div class="fp-card" data-{kind}="{escape(node)}">{content}</div>'


def _reasons(tree: Tree, told: Explanation) -> dict[str, str]:
    return {
        outcome: ruled_out_by(tree, question, told.answers[question]) for outcome, question in told.ruled_out.items()
    }


def _hand_over(tree: Tree, told: Explanation) -> str:
    """Return what the person is told who was handed the open questions, and the way to send the answers back."""
    done = told.position.decided is not None or not told.open
    back = button(
        escape(say("hand-over-back")),
        "copy-link",
        data_link=format_link(tree, told.answers),
        data_told="copied",
    )
    return (
        f'<div class="fp-hand-over" role="note"><p><strong>{escape(say("hand-over-title"))}</strong></p>'
        f"<p>{escape(say('hand-over-done' if done else 'hand-over-lead'))}</p>"
        f'<p class="fp-actions">{back}</p></div>'
    )


def _announcement(tree: Tree, told: Explanation) -> str:
    if told.position.decided is not None:
        return f"{say('recommended')}: {tree.outcomes[told.position.decided].title.plain}."
    standing_now = standing_text(tree, told.position.possible)
    return f"{left_text(told.left)}. {standing_now}." if told.open else f"{standing_now}."
