"""The result of comparing where two editions lead: combinations of answers that now lead elsewhere, and their share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Share:
    """A share of all combinations of answers.

    Every question of either edition is given one of its answers (those of both editions) at random, each as
    likely as the others and independently of all other questions; the share is a probability.

    Attributes:
        least: It is not less than this.
        most: It is not more than this. Where it is known exactly, the same as `least`.
    """

    least: Fraction
    most: Fraction

    @property
    def is_exact(self) -> bool:
        """Whether the share is known exactly."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class OutcomeChange:
    """Combinations of answers that lead to one end in the old edition and to another in the new one.

    Attributes:
        before: The outcome in the old edition, by its id there; None where that edition lacks an answer.
        after: The outcome in the new edition; None where that edition lacks an answer.
        share: Their share of all combinations.
        old_answers: A witness in the ids of the old edition: the answers that it asks for.
        new_answers: The same witness in the ids of the new edition.
        parting: The last question that both editions ask the witness together, and its answer, in present ids; None
            where they start apart.
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
        changes: By their share, the largest first.
        share: The share of all combinations that lead elsewhere.
        is_complete: False where the walk stopped at the limit on its work; then there may be more changes.
    """

    changes: tuple[OutcomeChange, ...]
    share: Share
    is_complete: bool
