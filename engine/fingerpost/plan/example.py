"""A whole plan as an example to read: its needs with their results, and what they come to together."""

from __future__ import annotations

from fingerpost.plan.link import plan_link
from fingerpost.plan.page import foot
from fingerpost.plan.standing import Standing
from fingerpost.plan.whole import WholePlan
from fingerpost.render.cards import outcome_link
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked
from fingerpost.text.markup import escape, link_to
from fingerpost.text.wording import say


def needs(whole: WholePlan) -> str:
    """Return each need with its result and the reasons, and a link to its answers."""
    items = "".join(_need(standing, whole.surroundings) for standing in whole.standings)
    return f'<ol class="fp-plan-example">{items}</ol>'


def together(whole: WholePlan) -> str:
    """Return the results used, how they work together, what deserves a second look, and the picture."""
    return foot(whole.tree, whole.standings, whole.conflicts, whole.surroundings)


def opening(whole: WholePlan) -> str:
    """Return the link that opens the plan, if there is a page for it."""
    page = whole.surroundings.plan_page
    link = link_to(f"{page}#{plan_link(whole.plan)}", escape(say("plan-example-open")))
    return f'<p class="fp-print-hidden">{link}</p>' if page else ""


def _need(standing: Standing, surroundings: Surroundings) -> str:
    need, link = standing.need, standing.link
    between = say("sequence-message", start=need.source, end=need.target)
    result = "" if link.outcome is None else f"<br><strong>{outcome_link(link.outcome, surroundings)}</strong>"
    why = " ".join(map(marked, link.reasons))
    answers = link_to(surroundings.state(need.link), escape(say("example-state")))
    return (
        f"<li>{escape(need.need)} <small>({escape(between)})</small>{result}"
        f'<br>{why} <span class="fp-print-hidden">{answers}</span></li>'
    )
