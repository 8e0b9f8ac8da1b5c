"""A state in a notebook: its result with the reasons or the next question, the answers, what is open, and its link."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.state import State
from fingerpost.notebook.parts import folded, heading, listed, titled, words
from fingerpost.render.names import noun, verdict
from fingerpost.render.standing import left_text, standing_text
from fingerpost.text.markup import escape
from fingerpost.text.wording import say


def state_html(state: State) -> str:
    """Return the HTML of a state; for answers that its tree does not have, a sentence that names the first."""
    try:
        position = state.position
    except ValueError as fault:
        return f"<div>{heading(state.tree)}<p>The answers do not fit the tree: {escape(str(fault))}.</p></div>"
    explanation = Explanation(state)
    answers = (_answered(state, question) for question in position.counted)
    set_aside = (_answered(state, question) for question in position.set_aside)
    parts = (
        heading(state.tree),
        _next_or_result(explanation),
        titled(say("your-answers"), answers),
        titled(say("set-aside-title"), set_aside),
        titled(say("record-open-questions"), _open(explanation)),
        folded(standing_text(state.tree, position.possible), _standing(explanation)),
        f"<p>{escape(say('link-label'))}: <code>{escape(state.link)}</code></p>",
    )
    return f"<div>{''.join(parts)}</div>"


def _next_or_result(explanation: Explanation) -> str:
    tree, decided = explanation.state.tree, explanation.state.position.decided
    if decided is not None:
        outcome = tree.outcomes[decided]
        summary = f"<p>{words(outcome.summary)}</p>" if outcome.summary else ""
        result = f"<p>{escape(verdict(tree))}: <strong>{words(outcome.title)}</strong></p>{summary}"
        return result + titled(say("why-title"), _why(explanation))
    if explanation.asking is None:
        return f"<p>{escape(say('several-possible', noun=noun(tree)))}</p>"
    question = tree.questions[explanation.asking]
    options = (f"{words(answer.label)} (<code>{escape(answer.id)}</code>)" for answer in question.answers)
    return (
        f"<p><strong>{words(question.ask)}</strong> (<code>{escape(question.id)}</code>)</p>{listed(options)}"
        f"<p>{escape(left_text(explanation.left))}</p>"
    )


def _why(explanation: Explanation) -> Iterator[str]:
    """Yield the reason of each answer that decides the result; one without a reason is itself named."""
    state = explanation.state
    for question_id in explanation.deciding:
        answer = state.tree.questions[question_id].answer(state.answers[question_id])
        reason = None if answer is None else answer.because
        yield _answered(state, question_id) if reason is None else words(reason)


def _open(explanation: Explanation) -> Iterator[str]:
    """Yield the open questions other than the one to ask now, which is shown with its answers."""
    shown = None if explanation.state.position.decided is not None else explanation.asking
    questions = explanation.state.tree.questions
    return (words(questions[question].ask) for question in explanation.open if question != shown)


def _standing(explanation: Explanation) -> str:
    state = explanation.state
    outcomes = state.tree.outcomes
    possible = titled(say("standing-possible"), (words(outcomes[name].title) for name in state.position.possible))
    ruled_out = (
        f"{words(outcomes[name].title)}: {_answered(state, question)}"
        for name, question in explanation.ruled_out.items()
    )
    return possible + titled(say("standing-ruled-out"), ruled_out)


def _answered(state: State, question_id: str) -> str:
    question = state.tree.questions[question_id]
    answer = question.answer(state.answers[question_id])
    label = escape(say("answered-unsure")) if answer is None else words(answer.label)
    return f"{words(question.ask)} <strong>{label}</strong>"
