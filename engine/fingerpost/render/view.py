"""A state of the tree: what the page element shows for a link."""

from __future__ import annotations

from dataclasses import dataclass

from fingerpost.answers.explanation import Explanation, explain
from fingerpost.answers.link import LinkReading, format_link
from fingerpost.answers.position import position
from fingerpost.answers.questions_left import Left, left_to_ask
from fingerpost.answers.reasons import deciding
from fingerpost.render.cards import outcome_card, outcome_link, question_card, result_actions
from fingerpost.render.names import noun, verdict
from fingerpost.render.notices import notices
from fingerpost.render.panels import panels
from fingerpost.render.standing import answer_label, left_text, questions_left, ruled_out_by, standing, standing_text
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.trail import kept_answers, trail, trail_row
from fingerpost.render.whose import explained, marked
from fingerpost.text.markup import button, escape
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE, Tree


@dataclass(frozen=True, slots=True)
class View:
    """What is shown.

    Attributes:
        html: The whole content of the live region.
        title: Plain text for the window's title.
        link: The link text of the state in its canonical form.
        announcement: Plain text that a screen reader tells besides the heading, which takes the focus.
        asking: The question that is shown; None at a result, and where nothing is left to ask.
    """

    html: str
    title: str
    link: str
    announcement: str
    asking: str | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """What a link comes to.

    Attributes:
        tree: The tree.
        reading: What the link says.
        told: What its answers come to.
        asking: The question that is shown; None at a result, and where nothing is left to ask.
        left: How many questions are left.
    """

    tree: Tree
    reading: LinkReading
    told: Explanation
    asking: str | None
    left: Left

    @property
    def again(self) -> tuple[str, ...]:
        """The questions that are still to be asked again, the one that is shown among them."""
        where = self.told.position
        return tuple(question for question in self.reading.asked_again if question in (*where.open, *where.counted))

    @property
    def waiting(self) -> tuple[str, ...]:
        """The questions to ask again that links name: for whoever was handed them, also those not led to for now."""
        return tuple(self.reading.asked_again) if self.reading.hand_over else self.again

    @property
    def changing(self) -> bool:
        """Whether the reader changes an answer of their own."""
        return self.asking in self.again and not self.reading.hand_over

    def link(self, *, answers: dict[str, str] | None = None, again: tuple[str, ...] | None = None) -> str:
        """Return the link text of this state, or of one with other answers or other questions to ask again."""
        return format_link(
            self.tree,
            self.reading.given if answers is None else answers,
            hand_over=self.reading.hand_over,
            ask_again=self.waiting if again is None else again,
            need=self.reading.need if self.reading.hand_over else "",
        )


def view(tree: Tree, reading: LinkReading, surroundings: Surroundings) -> View:
    """Return what is shown for a link."""
    state = _state(tree, reading)
    reading, told = state.reading, state.told
    title, card = _card(state, surroundings)
    rows = (
        trail_row(
            tree.questions[question],
            reading.answers[question],
            surroundings.state(state.link(again=tuple(dict.fromkeys((question, *state.waiting))))),
        )
        for question in told.position.counted
        if question != state.asking
    )
    result = told.position.decided is not None and state.asking is None
    kept = "kept-title-theirs" if reading.hand_over else "kept-title"
    note = "kept-asking" if state.changing else "kept-unasked"
    below = "" if reading.hand_over or state.changing else panels(tree, told, surroundings)
    return View(
        html=explained(
            "".join(
                (
                    notices(tree, reading, told.position),
                    _hand_over(state) if reading.hand_over else "",
                    card,
                    trail(
                        rows,
                        # Whoever was handed the questions would throw the task away with the answers.
                        "" if reading.hand_over else surroundings.state(tree.id),
                        title="their-answers" if reading.hand_over else "your-answers",
                        kept=kept_answers(tree, reading.answers, told.position.set_aside, kept, note),
                        cancel=surroundings.state(state.link(again=())) if state.changing else "",
                        folded=result,
                    ),
                    f'<div class="fp-panels">{below}</div>',
                )
            ),
            tree.source,
        ),
        title=title,
        link=state.link(),
        announcement=_announcement(state),
        asking=state.asking,
    )


def _state(tree: Tree, reading: LinkReading) -> _State:
    where = position(tree, reading.answers)
    again = tuple(question for question in reading.asked_again if question in (*where.open, *where.counted))
    # A question that is not led to cannot be asked again; its answer is kept like any other that does not count.
    kept = {question: answer for question, answer in reading.asked_again.items() if question not in again}
    # The browser's library has no `dataclasses.replace`.
    reading = LinkReading(
        {**reading.answers, **kept},
        reading.problems,
        reading.edition,
        reading.renamed,
        reading.hand_over,
        reading.asked_again,
        reading.need,
    )
    told = explain(tree, reading.answers)
    where = told.position
    # Whoever was handed the questions is done once there is a result; whoever changes an answer is asked in any case.
    done = where.decided is not None and (reading.hand_over or not again)
    asking = None if done else next(iter((*again, *told.open)), None)
    if asking is None or not again:
        return _State(tree, reading, told, asking, told.left)
    first = tuple(reading.asked_again) if reading.hand_over else again
    left = left_to_ask(tree, reading.answers, where, first, hand_over=reading.hand_over)
    return _State(tree, reading, told, asking, left)


def _card(state: _State, surroundings: Surroundings) -> tuple[str, str]:
    """Return the title and the HTML of the card: an outcome, the next question, or several outcomes."""
    tree, told = state.tree, state.told
    where = told.position
    if state.asking is not None:
        question = tree.questions[state.asking]
        others = tuple(other for other in state.waiting if other != question.id)

        def state_after(answer_id: str) -> str:
            return surroundings.state(state.link(answers={**state.reading.given, question.id: answer_id}, again=others))

        content = question_card(
            question,
            state_after,
            left=questions_left(state.left),
            standing=f'<div class="fp-standing-place">{standing(tree, where.possible, _reasons(tree, told))}'
            '<p class="fp-preview"></p></div>',
        )
        return question.ask.plain, _framed("question", question.id, content)
    if where.decided is not None:
        outcome = tree.outcomes[where.decided]
        unsure = any(told.answers[question] == UNSURE for question in where.counted)
        note = f' <span class="fp-either-way">{escape(say("either-way"))}</span>' if unsure or where.open else ""
        actions = "" if state.reading.hand_over else result_actions()
        content = outcome_card(tree, outcome, surroundings, why=_why(tree, told) + note, actions=actions)
        return outcome.title.plain, _framed("outcome", outcome.id, content)
    title = say("several-possible", noun=noun(tree))
    outcomes = "".join(
        f'<li data-outcome="{escape(name)}">{outcome_link(tree.outcomes[name], surroundings)}</li>'
        for name in where.possible
    )
    return title, (
        f'<div class="fp-card" data-possible="{escape(" ".join(where.possible))}">'
        f'<h3 class="fp-ask" tabindex="-1">{escape(title)}</h3>'
        f"<p>{escape(say('several-possible-lead'))}</p><ul>{outcomes}</ul></div>"
    )


def _why(tree: Tree, told: Explanation) -> str:
    """Return in a sentence why the outcome is the result: the reason of the answer that decides it.

    Where "not sure" leaves several branches, each has such an answer. One without a reason is named.
    """
    sentences = dict.fromkeys(
        marked(answer.because)
        if answer.because is not None
        else escape(say("why-answer", question="\0", label="\1"))
        .replace("\0", marked(tree.questions[question].ask))
        .replace("\1", answer_label(tree.questions[question], answer.id))
        for question in deciding(tree, told.answers, told.position, told.forcing)
        if (answer := tree.questions[question].answer(told.answers[question])) is not None
    )
    return " ".join(sentences)


def _framed(kind: str, node: str, content: str) -> str:
    return f'<div class="fp-card" data-{kind}="{escape(node)}">{content}</div>'


def _reasons(tree: Tree, told: Explanation) -> dict[str, str]:
    return {
        outcome: ruled_out_by(tree, question, told.answers[question]) for outcome, question in told.ruled_out.items()
    }


def _hand_over(state: _State) -> str:
    """Return what the person is told who was handed the open questions, and the way to send the answers back."""
    done = state.asking is None
    back = button(
        escape(say("hand-over-back")),
        "copy-link",
        data_link=format_link(state.tree, state.reading.given),
        data_told="copied",
    )
    need = (
        f"<p>{escape(say('hand-over-need'))}</p><blockquote>{escape(state.reading.need)}</blockquote>"
        if state.reading.need
        else ""
    )
    return (
        f'<div class="fp-hand-over" role="note"><p><strong>{escape(say("hand-over-title"))}</strong></p>'
        f"{need}<p>{escape(say('hand-over-done' if done else 'hand-over-lead'))}</p>"
        f'<p class="fp-actions">{back}</p></div>'
    )


def _announcement(state: _State) -> str:
    tree, where = state.tree, state.told.position
    if state.asking is None and where.decided is not None:
        return f"{verdict(tree)}: {tree.outcomes[where.decided].title.plain}."
    standing_now = standing_text(tree, where.possible)
    return f"{left_text(state.left)}. {standing_now}." if state.asking is not None else f"{standing_now}."
