"""The combinations of answers that lead elsewhere in a new edition, and their share of all combinations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Share:
    """A share of all combinations of answers.

    The share is a probability: every question of either edition gets one of its answers in either edition at random,
    each equally likely and independent of all other questions.

    Attributes:
        least: The lower bound.
        most: The upper bound; the same as `least` if the share is known exactly.
    """

    least: Fraction
    most: Fraction

    @property
    def is_exact(self) -> bool:
        """Whether the share is known exactly."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class OutcomeChange:
    """Combinations of answers that lead to one outcome in the old edition and to another in the new one.

    Attributes:
        before: The outcome in the old edition, by its id there; None if that edition lacks an answer.
        after: The outcome in the new edition; None if that edition lacks an answer.
        share: Their share of all combinations.
        old_answers: A witness, in the ids of the old edition: those of its answers that this edition has.
        new_answers: The same witness, in the ids of the new edition.
        parting: The last question of the witness that both editions ask together, and its answer, in present ids; None
            if they differ from the start.
    """

    before: str | None
    after: str | None
    share: Share
    old_answers: Mapping[str, str]
    new_answers: Mapping[str, str]
    parting: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Moves:
    """The combinations of answers that lead elsewhere in the new edition.

    Attributes:
        changes: The changes, the one with the largest share first.
        share: The share of all combinations that lead elsewhere.
        is_complete: False if the walk reached its limit; there may then be more changes.
    """

    changes: tuple[OutcomeChange, ...]
    share: Share
    is_complete: bool
