"""Joins two plans, so that nothing of either is lost.

A need that both have, by its id, comes once if it says the same in both. If it says something else, both stay: the
newcomer gets the id that follows from what it says, and words that tell where it is from. Because of this id, the same
plan can be merged any number of times.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fingerpost.plan.model import LONGEST, MOST_NEEDS, Need, Plan
from fingerpost.plan.need_ids import content, derived_id, is_derived
from fingerpost.text.wording import say

MARKS: Final = ("plan-from-link", "plan-from-file")
"""The keys of the words behind a need that another plan has under the same id."""


class TooManyNeedsError(ValueError):
    """The two plans together have more needs than one plan may have."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Two plans in one.

    Attributes:
        plan: The plan.
        added: The ids of the needs that came from the other plan.
        renamed: How many of them are different needs under the id of another one.
    """

    plan: Plan
    added: tuple[str, ...] = ()
    renamed: int = 0


def merge(ours: Plan, theirs: Plan, mark: str = "plan-from-file") -> Merged:
    """Return a plan with the needs of two plans for the same tree: ours first, unchanged, in their order.

    Args:
        ours: The plan that keeps its ids, and its title if it has one.
        theirs: The plan that joins it.
        mark: One of `MARKS`.

    Raises:
        TooManyNeedsError: No plan may have so many needs.
    """
    needs = {need.id: need for need in ours.needs}
    said = {_unmarked(need) for need in ours.needs}
    copies = {_unmarked(need) for need in ours.needs if is_derived(need.id)}
    added: list[str] = []
    renamed = 0
    for need in theirs.needs:
        words = _unmarked(need)
        if words in copies or (is_derived(need.id) and words in said):
            continue
        present = needs.get(need.id)
        if present is None:
            newcomer = need
        elif _unmarked(present) == words:
            continue
        else:
            newcomer = _marked(need.with_values(id=derived_id(_plain(need), needs)), mark)
            renamed += 1
        needs[newcomer.id] = newcomer
        added.append(newcomer.id)
    if len(needs) > MOST_NEEDS:
        raise TooManyNeedsError
    plan = Plan(ours.tree, ours.edition, ours.title or theirs.title, tuple(needs.values()))
    return Merged(plan, tuple(added), renamed)


def _unmarked(need: Need) -> str:
    return content(_plain(need))


def _marked(need: Need, mark: str) -> Need:
    words = f"{need.need} {say(mark)}" if need.need else say(mark)
    return need if len(words) > LONGEST else need.with_values(need=words)


def _plain(need: Need) -> Need:
    """Return a need without the words that a merge put behind it."""
    for mark in map(say, MARKS):
        if need.need == mark:
            return need.with_values(need="")
        if need.need.endswith(f" {mark}"):
            return need.with_values(need=need.need.removesuffix(f" {mark}"))
    return need
