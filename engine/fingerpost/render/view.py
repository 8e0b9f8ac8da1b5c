"""Renders the view of a state: the content of the page element for a link."""

from __future__ import annotations

from dataclasses import dataclass

from fingerpost.answers.evidence import UNSAID
from fingerpost.answers.explanation import Explanation
from fingerpost.answers.reading import LinkReading
from fingerpost.answers.state import State
from fingerpost.render.cards import outcome_card, outcome_link, plan_actions, question_card, result_actions
from fingerpost.render.evidence_fields import evidence_to_send
from fingerpost.render.names import noun, verdict
from fingerpost.render.notices import notices
from fingerpost.render.panels import panels
from fingerpost.render.reason import reasons
from fingerpost.render.standing import left_text, questions_left, ruled_out_by, standing, standing_text
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.trail import answers_set_aside, trail, trail_row
from fingerpost.render.whose import explained, marked
from fingerpost.text.markup import button, escape
from fingerpost.text.visible import visible
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE


@dataclass(frozen=True, slots=True)
class View:
    """A state as the page shows it.

    Attributes:
        html: The whole content of the live region.
        title: Plain text for the window's title.
        link: The link text of the state in its canonical form.
        announcement: Plain text that a screen reader announces in addition to the heading, which gets the focus.
        asking: The question that is shown; None at a result, or if nothing is left to ask.
    """

    html: str
    title: str
    link: str
    announcement: str
    asking: str | None = None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A state with its explanation.

    Attributes:
        state: The canonical state.
        explanation: Its explanation.
    """

    state: State
    explanation: Explanation

    @property
    def changing(self) -> bool:
        """Whether the reader is changing one of their own answers."""
        return self.explanation.asking in self.state.asked_again and not self.state.hand_over


def view(reading: LinkReading, surroundings: Surroundings) -> View:
    """Return the view of a link."""
    state = reading.state.canonical
    tree = state.tree
    explanation = Explanation(state)
    shown = _Shown(state, explanation)
    title, card = _card(shown, surroundings)
    rows = (
        trail_row(
            tree.questions[question],
            state.answers[question],
            surroundings.state(state.links_to_change[question]),
            state.said.get(question, UNSAID),
        )
        for question in state.position.counted
        if question != explanation.asking
    )
    result = state.position.decided is not None and explanation.asking is None
    aside_title = "set-aside-title-theirs" if state.hand_over else "set-aside-title"
    aside_note = "set-aside-while-changing" if shown.changing else "set-aside-note"
    below = "" if state.hand_over or shown.changing else panels(explanation, surroundings)
    return View(
        html=explained(
            "".join(
                (
                    notices(reading),
                    _hand_over(shown) if state.hand_over else "",
                    card,
                    trail(
                        rows,
                        # Somebody who was handed questions would lose the task with the answers.
                        "" if state.hand_over else surroundings.state(state.start.link),
                        title="their-answers" if state.hand_over else "your-answers",
                        set_aside=answers_set_aside(state, aside_title, aside_note),
                        cancel=surroundings.state(state.given.link) if shown.changing else "",
                        folded=result,
                    ),
                    f'<div class="fp-panels">{below}</div>',
                )
            ),
            tree.source,
        ),
        title=title,
        link=state.link,
        announcement=_announcement(explanation),
        asking=explanation.asking,
    )


def _card(shown: _Shown, surroundings: Surroundings) -> tuple[str, str]:
    """Return the title and the HTML of the card: an outcome, the next question, or several outcomes."""
    state, explanation = shown.state, shown.explanation
    tree, position = state.tree, state.position
    if explanation.asking is not None:
        question = tree.questions[explanation.asking]

        def state_after(answer_id: str) -> str:
            return surroundings.state(state.after(question.id, answer_id).link)

        content = question_card(
            question,
            state_after,
            left=questions_left(explanation.left),
            standing=f'<div class="fp-standing-place">{standing(tree, position.possible, _reasons(explanation))}'
            '<p class="fp-preview"></p></div>',
        )
        return question.ask.plain, _framed("question", question.id, content)
    if position.decided is not None:
        outcome = tree.outcomes[position.decided]
        counting = state.counting.position
        indefinite = counting.open or any(state.answers[question] == UNSURE for question in counting.counted)
        note = f' <span class="fp-either-way">{escape(say("either-way"))}</span>' if indefinite else ""
        actions = "" if state.hand_over else result_actions(surroundings)
        why = " ".join(map(marked, reasons(explanation))) + note
        content = outcome_card(tree, outcome, surroundings, why=why, actions=actions)
        return outcome.title.plain, _framed("outcome", outcome.id, content)
    title = say("several-possible", noun=noun(tree))
    outcomes = "".join(
        f'<li data-outcome="{escape(name)}">{outcome_link(tree.outcomes[name], surroundings)}</li>'
        for name in position.possible
    )
    planned = "" if state.hand_over else plan_actions(surroundings)
    actions = f'<p class="fp-actions">{planned}</p>' if planned else ""
    return title, (
        f'<div class="fp-card" data-possible="{escape(" ".join(position.possible))}">'
        f'<h3 class="fp-ask" tabindex="-1">{escape(title)}</h3>'
        f"<p>{escape(say('several-possible-lead'))}</p><ul>{outcomes}</ul>{actions}</div>"
    )


def _framed(kind: str, node: str, content: str) -> str:
    return f'<div class="fp-card" data-{kind}="{escape(node)}">{content}</div>'


def _reasons(explanation: Explanation) -> dict[str, str]:
    state = explanation.state
    return {
        outcome: ruled_out_by(state.tree, question, state.answers[question])
        for outcome, question in explanation.ruled_out.items()
    }


def _hand_over(shown: _Shown) -> str:
    """Return the note for somebody who was handed the open questions, with the link to send back."""
    state, done = shown.state, shown.explanation.asking is None
    back = button(
        escape(say("hand-over-back")),
        "send-back",
        data_message="copied",
    )
    need = (
        f"<p>{escape(say('hand-over-need'))}</p><blockquote>{escape(visible(state.need))}</blockquote>"
        if state.need
        else ""
    )
    who = (
        f'<div class="fp-evidence"><fieldset><legend>{escape(say("hand-over-evidence"))}</legend>'
        f"{evidence_to_send()}</fieldset></div>"
    )
    return (
        f'<div class="fp-hand-over" role="note"><p><strong>{escape(say("hand-over-title"))}</strong></p>'
        f"{need}<p>{escape(say('hand-over-done' if done else 'hand-over-lead'))}</p>"
        f'{who}<p class="fp-actions">{back}</p></div>'
    )


def _announcement(explanation: Explanation) -> str:
    tree, position, asking = explanation.state.tree, explanation.state.position, explanation.asking
    if asking is None and position.decided is not None:
        return f"{verdict(tree)}: {tree.outcomes[position.decided].title.plain}."
    standing_now = standing_text(tree, position.possible)
    left = f"{left_text(explanation.left)}. " if asking is not None and explanation.left.most else ""
    return f"{left}{standing_now}."
