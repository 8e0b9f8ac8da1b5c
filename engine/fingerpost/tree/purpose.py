"""What a tree knows about the work around its questions: what people need, what follows a result, and plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fingerpost.text.markup import Text


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do or to use after a result.

    Attributes:
        id: Unique among steps.
        group: Id of the group that it belongs to.
        title: What to do or to use, in a few words.
        text: What it is good for, or what it asks for.
        url: Where to read more, which is also the source of the text.
        reviewed: The day on which somebody last compared it with its source, as `YYYY-MM-DD`.
        review_by: The day by which to compare it again, as `YYYY-MM-DD`.
    """

    id: str
    group: str
    title: Text
    text: Text | None = None
    url: str | None = None
    reviewed: str | None = None
    review_by: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What a need of a plan has to be like; a condition without any part is met by every need.

    Attributes:
        outcome: Id of the outcome that the need has; None for any.
        answers: Question id to the answer id that the need has.
    """

    outcome: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Conflict:
    """A pair of needs that a plan should not have without a second look.

    Attributes:
        id: Unique among conflicts.
        first: The condition that one need meets.
        second: The condition that another need meets.
        text: What to look at, and why.
        same: Whether it only concerns needs about the same information.
    """

    id: str
    first: Condition
    second: Condition
    text: Text
    same: bool = False

    @property
    def conditions(self) -> tuple[tuple[str, Condition], ...]:
        """The two conditions, each with the name of its field."""
        return ("first", self.first), ("second", self.second)


@dataclass(frozen=True, slots=True)
class UseCase:
    """What a group of people needs to do, with the worked examples of it.

    Attributes:
        id: Unique among use cases.
        group: Whose it is, in a word.
        need: What they need to do.
        scenarios: Ids of the worked examples.
    """

    id: str
    group: str
    need: Text
    scenarios: tuple[str, ...]
