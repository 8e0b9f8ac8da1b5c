"""One need of a plan as HTML: what its answers lead to, the fields for the reader's words, and the actions."""

from __future__ import annotations

from typing import Final

from fingerpost.plan.model import LONGEST
from fingerpost.plan.standing import Standing
from fingerpost.render.cards import outcome_link
from fingerpost.render.notices import notices
from fingerpost.render.standing import answered
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import breakable, button, escape, link_to
from fingerpost.text.visible import visible_line
from fingerpost.text.wording import say

SYSTEMS: Final = "fp-plan-systems"
INFORMATION: Final = "fp-plan-information"

_ACTIONS: Final = ("up", "down", "duplicate", "remove")

_NUMBER: Final = "<span data-number></span>"
"""The place of the need's number, which the page fills in: a need that moves does not have to be drawn again."""


def need_html(standing: Standing, surroundings: Surroundings) -> str:
    """Return a need. Nothing in it depends on its place in the plan.

    Args:
        standing: The need.
        surroundings: The addresses.
    """
    need = standing.need
    words = breakable(need.need.strip()) or _numbered("plan-need-heading")
    name = f"fp-plan-{need.id}"
    return (
        f'<section class="fp-plan-need" data-plan-need="{need.id}" aria-labelledby="{name}">'
        f'<h3 id="{name}" tabindex="-1"><span class="fp-plan-number" data-number></span> '
        f'<span dir="auto">{words}</span></h3>'
        f"{notices(standing.link.reading)}{_result(standing, surroundings)}{_fields(standing)}"
        f"{_confirm(standing)}{_steps(standing)}{_evidence(standing)}{_actions(standing)}</section>"
    )


def _result(standing: Standing, surroundings: Surroundings) -> str:
    link = standing.link
    href = surroundings.state(standing.need.link)
    if link.outcome is not None:
        why = " ".join(map(marked, link.reasons))
        return (
            f'<p class="fp-plan-result" data-outcome="{escape(link.outcome.id)}">'
            f"<strong>{outcome_link(link.outcome, surroundings)}</strong></p>"
            f"{_paragraph(why, 'fp-why')}{_paragraph(_to(href, standing, 'plan-change-answers'), 'fp-plan-change')}"
        )
    tree = link.tree
    possible = "".join(f"<li>{outcome_link(tree.outcomes[name], surroundings)}</li>" for name in link.possible)
    questions = "".join(_open_question(standing, question) for question in link.open)
    asked = f"<p>{escape(say('plan-open-lead'))}</p><ul>{questions}</ul>" if questions else ""
    return (
        f'<div class="fp-plan-result" data-undecided><p>{escape(say("plan-undecided"))}</p><ul>{possible}</ul>{asked}'
        f"{_paragraph(_to(href, standing, 'plan-answer-on'), 'fp-plan-change')}</div>"
    )


def _open_question(standing: Standing, question_id: str) -> str:
    question = standing.link.tree.questions[question_id]
    whom = "" if question.unsure is None else f" {marked(question.unsure)}"
    return f"<li>{marked(question.ask)}{whom}</li>"


def _to(href: str, standing: Standing, key: str) -> str:
    return link_to(href, escape(say(key)) + _spoken(), data_action="plan-answers", data_id=standing.need.id)


def _spoken() -> str:
    return f'<span class="fp-spoken"> {_numbered("plan-of-need")}</span>'


def _numbered(key: str) -> str:
    """Return a text with the place of the need's number as HTML."""
    return escape(say(key, number="\0")).replace("\0", _NUMBER)


def _paragraph(html: str, css_class: str) -> str:
    return f'<p class="{css_class}">{html}</p>' if html else ""


def _fields(standing: Standing) -> str:
    return (
        f'<div class="fp-plan-fields">{_field(standing, "need", long=True)}'
        f"{_field(standing, 'information', INFORMATION)}{_field(standing, 'from', SYSTEMS)}"
        f"{_field(standing, 'to', SYSTEMS)}</div>"
    )


def _field(standing: Standing, field: str, choices: str = "", *, long: bool = False) -> str:
    """Return a field with its label; `choices` names the list of the words used in other needs."""
    value = escape(standing.need.text(field))
    label = f'<span class="fp-label-text">{escape(say(f"plan-{field}-label"))}{_spoken()}</span>'
    marks = f'dir="auto" maxlength="{LONGEST}" data-plan-field="{field}"'
    box = (
        # A line break after the tag is dropped, and one of the reader's would be.
        f'<textarea rows="2" {marks}>\n{value}</textarea>'
        if long
        else f'<input type="text" {marks} list="{choices}" autocomplete="off" value="{value}">'
    )
    return f'<label class="fp-plan-field">{label}{box}</label>'


def _confirm(standing: Standing) -> str:
    names = standing.to_confirm
    items = "".join(_consideration(standing, name) for name in names)
    title = say("plan-confirm", done=len(names) - len(standing.unconfirmed), count=len(names))
    return fold("confirm", title, f'<ul class="fp-confirm">{items}</ul>') if items else ""


def _consideration(standing: Standing, name: str) -> str:
    consideration, noted = standing.link.tree.considerations[name], standing.noted(name)
    field = escape(f"fp-plan-{standing.need.id}-{name}")
    why = "" if consideration.why is None else f"<p>{marked(consideration.why)}</p>"
    box = _box(field, f'data-plan-confirmed="{escape(name)}"', is_ticked=noted.confirmed)
    about = f'<span class="fp-spoken"> {escape(say("confirm-note-on", ask=consideration.ask.plain))}</span>'
    return (
        f"<li>{box} "
        f'<label for="{field}">{marked(consideration.ask)}{_spoken()}</label>{why}'
        f'<label class="fp-noting"><span class="fp-hint">{escape(say("confirm-note"))}{about}</span>'
        f'<textarea rows="1" dir="auto" maxlength="{LONGEST}" data-plan-note="{escape(name)}">\n'
        f"{escape(noted.note)}</textarea></label></li>"
    )


def _steps(standing: Standing) -> str:
    outcome, tree = standing.link.outcome, standing.link.tree
    steps = [tree.steps[name] for name in (() if outcome is None else outcome.steps) if name in tree.steps]
    items: list[str] = []
    for step in steps:
        field = escape(f"fp-plan-{standing.need.id}-step-{step.id}")
        title = marked(step.title) if step.url is None else link_to(step.url, marked(step.title))
        ticked = step.id in standing.need.steps
        box = _box(field, f'data-plan-step="{escape(step.id)}"', is_ticked=ticked)
        items.append(f'<li>{box} <label for="{field}">{title}{_spoken()}</label></li>')
    done = sum(step.id in standing.need.steps for step in steps)
    title = say("plan-steps-title", done=done, count=len(steps))
    return fold("steps", title, f'<ul class="fp-confirm">{"".join(items)}</ul>') if items else ""


def _evidence(standing: Standing) -> str:
    """Return who gave the answers that count, as far as the reader has said so."""
    tree, link = standing.link.tree, standing.link
    items = "".join(
        f"<li>{answered(tree.questions[question], answer)} "
        f'<span dir="auto">{escape(visible_line(given.words))}</span></li>'
        for question, answer in link.answers.items()
        if (given := standing.need.evidence.get(question)) is not None and given.words
    )
    return fold("evidence", say("plan-evidence-title"), f"<ul>{items}</ul>") if items else ""


def _box(field: str, data: str, *, is_ticked: bool) -> str:
    return f'<input type="checkbox" id="{field}" {data}{" checked" if is_ticked else ""}>'


def fold(name: str, title: str, content: str) -> str:
    """Return content folded under its title, as plain text; scripts find it by the name."""
    return f'<details class="fp-fold" data-plan-fold="{name}"><summary>{escape(title)}</summary>{content}</details>'


def _actions(standing: Standing) -> str:
    return f'<p class="fp-actions">{"".join(_button(standing, name) for name in _ACTIONS)}</p>'


def _button(standing: Standing, name: str) -> str:
    return button(escape(say(f"plan-{name}")) + _spoken(), f"plan-{name}", data_id=standing.need.id)
