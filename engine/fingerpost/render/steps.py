"""The steps after a result, in their groups: for the result, with a tick box each, and for the page of an outcome."""

from __future__ import annotations

from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import label, marked
from fingerpost.text.days import day_in_words
from fingerpost.text.markup import escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import Step, Tree
from fingerpost.tree.steps import is_overdue, steps_of


def steps(tree: Tree, outcome_id: str, where: Surroundings, level: int, *, with_boxes: bool) -> str:
    """Return the steps of an outcome, or an empty string if it has none.

    Args:
        tree: The tree.
        outcome_id: Id of the outcome.
        where: The site around the tree. It knows the day, by which steps are marked that were due for review.
        level: The level of the headings of the groups.
        with_boxes: Whether the reader can tick each step.
    """
    groups = "".join(
        f"<h{level}>{group.html}</h{level}>"
        f'<ul class="{"fp-confirm" if with_boxes else "fp-next"}">'
        f"{''.join(_step(tree, step, where.date, with_boxes=with_boxes) for step in listed)}</ul>"
        for group, listed in steps_of(tree, outcome_id)
    )
    if not groups:
        return ""
    ticking = f" {label()} {escape(say('steps-tick'))}" if with_boxes else ""
    return f"<p>{escape(say('steps-lead'))}{ticking}</p>{groups}"


def _step(tree: Tree, step: Step, date: str, *, with_boxes: bool) -> str:
    title = marked(step.title)
    if with_boxes:
        field = escape(f"{tree.id}-step-{step.id}")
        title = (
            f'<input type="checkbox" id="{field}" data-done="{escape(step.id)}"> <label for="{field}">{title}</label>'
        )
    else:
        title = f"<strong>{title}</strong>"
    text = "" if step.text is None else f"<p>{marked(step.text)}</p>"
    return f"<li>{title}{text}{_source(step)}{_overdue(step, date)}</li>"


def _source(step: Step) -> str:
    """Return the link to the source and the day of the last comparison."""
    about = f'<span class="fp-spoken"> {escape(say("step-source-of", title=step.title.plain))}</span>'
    link = "" if step.url is None else link_to(step.url, f"{escape(say('step-source'))}{about}")
    day = "" if step.reviewed is None else escape(say("step-reviewed", date=day_in_words(step.reviewed)))
    words = ", ".join(filter(None, (link, day)))
    return f'<p class="fp-hint">{words}</p>' if words else ""


def _overdue(step: Step, date: str) -> str:
    if not is_overdue(step, date):
        return ""
    day = day_in_words(step.review_by or "")
    return f'<p class="fp-overdue"><strong>{escape(say("step-overdue", date=day))}</strong></p>'
