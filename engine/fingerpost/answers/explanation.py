"""The explanation of a state, each part computed once for the page, the record and the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from fingerpost.answers.ask_first import ask_first
from fingerpost.answers.questions_left import Left, left_to_ask
from fingerpost.answers.reasons import Alternative, alternatives, deciding, forcing, narrowing, ruled_out
from fingerpost.answers.state import State
from fingerpost.tree.cached import Cached


@dataclass(frozen=True, slots=True)
class Explanation(Cached):
    """The meaning of a state and the reasons for it; each part is computed on first use.

    Attributes:
        state: The state explained.

    Examples:
        >>> state = fingerpost.State(fingerpost.read("tree.yml"), {"discussion": "no"})
        >>> reasons = fingerpost.Explanation(state)
        >>> reasons.forcing, dict(reasons.ruled_out)
        (('discussion',), {'room': 'discussion', 'call': 'discussion'})
        >>> dict(reasons.alternatives["room"].changed), dict(reasons.alternatives["room"].added)
        ({'discussion': 'yes'}, {'same-place': 'all'})
    """

    state: State

    @cached_property
    def _counting(self) -> State:
        return self.state.counting

    @cached_property
    def open(self) -> tuple[str, ...]:
        """The open questions that count, with the one to ask first at the front."""
        return ask_first(self._counting)

    @cached_property
    def asking(self) -> str | None:
        """The question to ask now; None at a result, or if nothing is left to ask.

        Somebody who was handed questions is finished once there is a result; a reader who changes an answer is asked in
        any case. Questions that never count are asked on the way to others, but are no reason to go on.
        """
        again = self.state.asked_again
        if self.state.position.decided is not None and (self.state.hand_over or not again):
            return None
        return next(iter((*again, *(ask_first(self.state) if self.open else ()))), None)

    @cached_property
    def left(self) -> Left:
        """The number of questions left, if answers set aside count again once the answers lead to their questions."""
        return left_to_ask(self._counting)

    @cached_property
    def forcing(self) -> tuple[str, ...]:
        """The smallest set of answers that already leaves exactly the possible outcomes."""
        return forcing(self._counting)

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """The forcing answers after which only the decided outcome is possible."""
        return deciding(self._counting, self.forcing)

    @cached_property
    def narrowing(self) -> tuple[str, ...]:
        """The questions answered "not sure" to which some answer would leave fewer outcomes."""
        return narrowing(self._counting)

    @cached_property
    def ruled_out(self) -> Mapping[str, str]:
        """Outcome id to the question whose answer ruled it out."""
        return ruled_out(self._counting)

    @cached_property
    def alternatives(self) -> Mapping[str, Alternative]:
        """Outcome id to the change of answers that leads to it; the decided outcome has none."""
        return alternatives(self._counting)

    def to_json(self) -> dict[str, object]:
        """Return the explanation as plain data with the keys that `fingerpost explain --json` documents."""
        position = self.state.position
        return {
            "possible": list(position.possible),
            "decided": position.decided,
            "open": list(self.open),
            "left": {"least": self.left.least, "most": self.left.most} | ({} if self.left.exact else {"exact": False}),
            "forcing": list(self.forcing),
            "ruled_out": dict(self.ruled_out),
            "changes": {
                outcome: {"changed": dict(change.changed), "added": dict(change.added)}
                for outcome, change in self.alternatives.items()
            },
            "set_aside": list(position.set_aside),
        }
