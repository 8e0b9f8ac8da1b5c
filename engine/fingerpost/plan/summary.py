"""The numbers of a plan, in a line."""

from __future__ import annotations

from collections.abc import Sequence

from fingerpost.plan.standing import Standing
from fingerpost.text.wording import say


def counts(standings: Sequence[Standing]) -> str:
    """Return how many needs a plan has, how many are decided, and how many points are left to confirm."""
    if not standings:
        return say("plan-needs-none")
    count = len(standings)
    decided = sum(standing.link.outcome is not None for standing in standings)
    unconfirmed = sum(len(standing.unconfirmed) for standing in standings)
    parts = [
        say("plan-needs-one") if count == 1 else say("plan-needs-count", count=count),
        say("plan-decided-count", count=decided),
        say("plan-open-count", count=count - decided) if decided < count else "",
        say("plan-confirm-count", count=unconfirmed) if unconfirmed else "",
    ]
    return ", ".join(part for part in parts if part) + "."
