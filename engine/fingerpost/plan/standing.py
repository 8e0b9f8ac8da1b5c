"""How each need of a plan stands: what its answers lead to, and what is left to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.reading import LinkReading, read_link
from fingerpost.plan.model import Need, Plan
from fingerpost.record.notes import Confirmation
from fingerpost.render.reason import reasons
from fingerpost.text.markup import Text
from fingerpost.tree.cached import Cached
from fingerpost.tree.model import Outcome, Tree

_MOST_REMEMBERED: Final = 2_000
"""The most links whose reading is remembered: four plans of the greatest length."""


@dataclass(frozen=True, slots=True)
class LinkStanding(Cached):
    """What a link leads to; each part is computed on first use.

    Attributes:
        reading: The reading of the link.
    """

    reading: LinkReading

    @property
    def tree(self) -> Tree:
        """The tree."""
        return self.reading.state.tree

    @cached_property
    def explanation(self) -> Explanation:
        """The explanation of the answers."""
        return Explanation(self.reading.state.firm)

    @cached_property
    def answers(self) -> Mapping[str, str]:
        """The answers that count."""
        state = self.explanation.state
        return {question: state.answers[question] for question in state.position.counted}

    @cached_property
    def outcome(self) -> Outcome | None:
        """What the answers lead to; None if more than one outcome is possible."""
        decided = self.explanation.state.position.decided
        return None if decided is None else self.tree.outcomes[decided]

    @property
    def possible(self) -> tuple[str, ...]:
        """The ids of the outcomes that are still possible."""
        return self.explanation.state.position.possible

    @cached_property
    def open(self) -> tuple[str, ...]:
        """The questions that are open: those answered "not sure" that could narrow the result, then those to ask."""
        if self.outcome is not None:
            return ()
        return tuple(dict.fromkeys((*self.explanation.narrowing, *self.explanation.open)))

    @cached_property
    def reasons(self) -> tuple[Text, ...]:
        """The reasons for the result, if there is one."""
        return () if self.outcome is None else reasons(self.explanation)


@dataclass(frozen=True, slots=True)
class Standing:
    """A need with its number in the plan, and with what its link leads to."""

    number: int
    need: Need
    link: LinkStanding

    @property
    def to_confirm(self) -> tuple[str, ...]:
        """The considerations of the result."""
        return () if self.link.outcome is None else self.link.outcome.confirm

    def noted(self, consideration: str) -> Confirmation:
        """Return what the reader noted on a consideration."""
        return self.need.confirmations.get(consideration, Confirmation())

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The considerations of the result that nobody has ticked."""
        return tuple([name for name in self.to_confirm if not self.noted(name).confirmed])


class Standings:
    """Reads the links of one tree's plans, each once."""

    def __init__(self, tree: Tree) -> None:
        """Prepare for a tree that passed its checks."""
        self.tree = tree
        self._links: dict[str, LinkStanding] = {}

    def of_link(self, link: str) -> LinkStanding:
        """Return what a link leads to."""
        found = self._links.get(link)
        if found is None:
            if len(self._links) >= _MOST_REMEMBERED:
                self._links.clear()
            found = self._links[link] = LinkStanding(read_link(self.tree, link))
        return found

    def of_plan(self, plan: Plan) -> list[Standing]:
        """Return every need of a plan with what its link leads to."""
        return [Standing(number, need, self.of_link(need.link)) for number, need in enumerate(plan.needs, 1)]
