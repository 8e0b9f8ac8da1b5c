"""A plan with everything that follows from it, as its forms need it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from fingerpost.plan.conflicts import Found, conflicts_in
from fingerpost.plan.model import Plan
from fingerpost.plan.standing import Standing, Standings
from fingerpost.plan.together import Combination, Used, combinations, used
from fingerpost.record.addresses import absolute, plain_on
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import Text
from fingerpost.text.wording import say
from fingerpost.tree.cached import Cached
from fingerpost.tree.model import Outcome, Tree

_NOT_IN_A_LINK: Final = re.compile("[^A-Za-z0-9_.~?&=,+-]")
"""Whatever else a damaged link has, an address has as its code."""


@dataclass(frozen=True, slots=True)
class WholePlan(Cached):
    """A plan with its standings and what they come to together.

    Attributes:
        plan: The plan.
        standings: How each need stands.
        tree: The tree.
        date: The day as `YYYY-MM-DD`; may be empty.
        address: The address of the page with the plan, or with the tree; empty if there is none.
        surroundings: The addresses as seen from that page.
    """

    plan: Plan
    standings: tuple[Standing, ...]
    tree: Tree
    date: str = ""
    address: str = ""
    surroundings: Surroundings = field(default_factory=Surroundings)

    @cached_property
    def used(self) -> list[Used]:
        """The outcomes used."""
        return used(self.tree, self.standings)

    @cached_property
    def combinations(self) -> list[Combination]:
        """The outcomes that work together."""
        return combinations(self.used)

    @cached_property
    def conflicts(self) -> list[Found]:
        """The needs that deserve a second look."""
        return conflicts_in(self.tree, self.standings)

    def link_of(self, standing: Standing) -> str:
        """Return the whole address of a need's answers; empty if there is none."""
        if not standing.need.link or not self.address:
            return ""
        href = self.surroundings.state(_NOT_IN_A_LINK.sub(_encoded, standing.need.link))
        return f"{self.address}{href}" if href.startswith("#") else absolute(self.address, href)

    def page_of(self, outcome: Outcome) -> str:
        """Return the whole address of an outcome's page; empty if there is none."""
        href = self.surroundings.outcome_pages.get(outcome.id, "")
        return absolute(self.address, href) if href and self.address else ""

    def words(self, text: Text) -> str:
        """Return a text of the tree as plain words, with the label if they are not the source's."""
        plain = plain_on(self.address, text)
        return f"{plain} ({say('ours')})" if text.ours else plain


def _encoded(found: re.Match[str]) -> str:
    return "".join([f"%{byte:02X}" for byte in found[0].encode(errors="replace")])


def whole_plan(
    standings: Standings, plan: Plan, *, date: str = "", address: str = "", surroundings: Surroundings | None = None
) -> WholePlan:
    """Return a plan with what follows from it; the arguments are the attributes of `WholePlan`."""
    found = tuple(standings.of_plan(plan))
    return WholePlan(plan, found, standings.tree, date, address, surroundings or Surroundings())
