"""What stands below a state: whom to ask, why this and not another, what is still to confirm, and the record."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.explain import Explanation
from fingerpost.link import format_link
from fingerpost.markup import button, escape, link_to
from fingerpost.model import UNSURE, Outcome, Tree
from fingerpost.reasons import Change
from fingerpost.render.place import Surroundings
from fingerpost.render.standing import answer_label, ruled_out_by
from fingerpost.walk import without
from fingerpost.wording import say


def panels(tree: Tree, told: Explanation, surroundings: Surroundings) -> str:
    """Return every panel that a state has."""
    if not told.position.counted:
        return ""
    decided = told.position.decided
    outcome = tree.outcomes[decided] if decided else None
    parts = [_ask_whom(tree, told, surroundings)]
    if outcome is not None:
        parts += [_why(tree, told), _why_not(tree, told, surroundings), _combines(tree, outcome, surroundings)]
        parts.append(_confirm(tree, outcome))
    elif not told.open:
        parts.append(_why_not(tree, told, surroundings))
    parts.append(_record())
    return "".join(parts)


def hand_over_link(tree: Tree, answers: Mapping[str, str]) -> str:
    """Return the link text that asks somebody else the questions that were not answered for sure."""
    sure = {question: answer for question, answer in answers.items() if answer != UNSURE}
    return format_link(tree, sure, hand_over=True)


def _panel(name: str, title: str, content: str) -> str:
    return f'<section class="fp-panel" data-panel="{name}"><h4>{escape(say(title))}</h4>{content}</section>'


def _ask_whom(tree: Tree, told: Explanation, surroundings: Surroundings) -> str:
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
    return _panel("ask-whom", "ask-whom-title", f'{lead}<ul>{items}</ul><p class="fp-actions">{give}</p>')


def _whom(tree: Tree, told: Explanation, question_id: str, surroundings: Surroundings) -> str:
    question = tree.questions[question_id]
    whom = "" if question.unsure is None else f" <span>{question.unsure.html}</span>"
    asked_again = without(told.answers, question_id)
    spoken = f'{escape(say("answer-it"))}<span class="fp-spoken"> {escape(question.ask.plain)}</span>'
    return (
        f'<li data-unsure="{escape(question_id)}"><strong>{question.ask.html}</strong>{whom} '
        f"{link_to(surroundings.state(format_link(tree, asked_again)), spoken)}</li>"
    )


def _why(tree: Tree, told: Explanation) -> str:
    if told.forcing == told.position.counted:
        content = f"<p>{escape(say('forced-all'))}</p>"
    else:
        items = "".join(_answered(tree, question, told.answers[question]) for question in told.forcing)
        content = f'<p>{escape(say("forced-some"))}</p><ul class="fp-forcing">{items}</ul>'
    return _panel("why", "why-title", content)


def _answered(tree: Tree, question_id: str, answer_id: str) -> str:
    ask = tree.questions[question_id].ask.html
    return (
        f'<li data-step="{escape(f"{question_id}={answer_id}")}">{ask} '
        f"<strong>{answer_label(tree.questions[question_id], answer_id)}</strong></li>"
    )


def _why_not(tree: Tree, told: Explanation, surroundings: Surroundings) -> str:
    items = "".join(
        _other(tree, told, outcome, surroundings)
        for outcome in tree.outcomes.values()
        if outcome.id != told.position.decided
    )
    return _panel("why-not", "why-not-title", f'<div class="fp-others">{items}</div>') if items else ""


def _other(tree: Tree, told: Explanation, outcome: Outcome, surroundings: Surroundings) -> str:
    question = told.ruled_out.get(outcome.id)
    by = escape(say("already-possible"))
    if question is not None:
        by = f"{escape(say('standing-ruled-out'))} {ruled_out_by(tree, question, told.answers[question])}"
    change = told.changes.get(outcome.id)
    needs = "" if change is None else _change(tree, told, outcome, change, surroundings)
    return (
        f'<details class="fp-fold" data-other="{escape(outcome.id)}"><summary>{outcome.title.html}</summary>'
        f"<p>{by}</p>{needs}</details>"
    )


def _change(tree: Tree, told: Explanation, outcome: Outcome, change: Change, surroundings: Surroundings) -> str:
    steps = "".join(
        f"<li>{escape(say(word))}: {tree.questions[question].ask.html} "
        f"<strong>{answer_label(tree.questions[question], answer)}</strong></li>"
        for word, answers in (("would-need-instead", change.changed), ("would-need-also", change.added))
        for question, answer in answers.items()
    )
    spoken = f'<span class="fp-spoken"> {escape(say("open-change-which", title=outcome.title.plain))}</span>'
    opening = link_to(
        surroundings.state(format_link(tree, change.applied_to(told.answers))),
        escape(say("open-change")) + spoken,
    )
    return f"<p>{escape(say('would-need'))}</p><ul>{steps}</ul><p>{opening}</p>"


def _combines(tree: Tree, outcome: Outcome, surroundings: Surroundings) -> str:
    items = "".join(
        f"<li>{_page_link(tree.outcomes[other], surroundings)}: {why.html}</li>"
        for other, why in outcome.combines.items()
    )
    return _panel("combines", "combines-title", f"<ul>{items}</ul>") if items else ""


def _page_link(outcome: Outcome, surroundings: Surroundings) -> str:
    page = surroundings.outcome_pages.get(outcome.id)
    return outcome.title.html if page is None else link_to(page, outcome.title.html)


def _confirm(tree: Tree, outcome: Outcome) -> str:
    items = "".join(_consideration(tree, name) for name in outcome.confirm)
    if not items:
        return ""
    return _panel(
        "confirm", "confirm-title", f'<p>{escape(say("confirm-lead"))}</p><ul class="fp-confirm">{items}</ul>'
    )


def _consideration(tree: Tree, name: str) -> str:
    consideration = tree.considerations[name]
    field = escape(f"{tree.id}-{name}")
    why = "" if consideration.why is None else f"<p>{consideration.why.html}</p>"
    about = f'<span class="fp-spoken"> {escape(say("confirm-note-on", ask=consideration.ask.plain))}</span>'
    return (
        f'<li><input type="checkbox" id="{field}" data-confirmed="{escape(name)}"> '
        f'<label for="{field}">{consideration.ask.html}</label>{why}'
        f'<label class="fp-noting"><span class="fp-hint">{escape(say("confirm-note"))}{about}</span>'
        f'<textarea rows="1" data-note="{escape(name)}"></textarea></label></li>'
    )


def _record() -> str:
    actions = "".join(
        button(escape(say(f"record-{action}")), f"record-{action}")
        for action in ("copy", "download-markdown", "download-json", "print")
    )
    clearing = button(escape(say("notes-clear")), "clear-notes")
    hint = f'<span class="fp-hint">{escape(say("record-need-hint"))}</span>'
    return _panel(
        "record",
        "record-title",
        f"<p>{escape(say('record-lead'))}</p>"
        f'<label class="fp-need"><span class="fp-label-text">{escape(say("record-need-label"))}</span>'
        f'{hint}<textarea rows="3" data-need></textarea></label>'
        f'<p class="fp-actions">{actions}{clearing}</p>',
    )
