"""Each need of a plan as an arrow from one system to another, in words."""

from __future__ import annotations

from fingerpost.plan.standing import Standing
from fingerpost.text.wording import say


def arrow_words(standing: Standing) -> str:
    """Return the systems of a need, and what it leads to, as plain text."""
    need, outcome = standing.need, standing.link.outcome
    nobody = say("plan-no-system")
    systems = say("plan-arrow", source=need.source.strip() or nobody, target=need.target.strip() or nobody)
    result = say("record-undecided") if outcome is None else outcome.title.plain
    return f"{systems}: {result}"
