"""The parts of two editions that differ: added, removed, renamed, rerouted and reworded."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an edition.

    Attributes:
        kind: `question`, `answer`, `outcome`, `consideration` or `scenario`.
        id: Its id; for an answer, the question's id, a slash and the answer's id.
        words: Its name, or the question it asks, as readers see it.
    """

    kind: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A part whose id has changed.

    Attributes:
        kind: `question`, `answer` or `outcome`.
        before: The old id.
        after: The present id.
    """

    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reroute:
    """An answer, or the start, that now leads to another node.

    Attributes:
        question: The present id of the question; None for the start.
        answer: The present id of the answer; None for the start.
        before: The present id of the node that it led to.
        after: The id of the node that it leads to.
    """

    question: str | None
    answer: str | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text or a setting that differs.

    Attributes:
        kind: `tree`, `question`, `answer`, `outcome`, `consideration` or `scenario`.
        id: The present id.
        field: The field of the format.
        before: The text in the old edition; None if there was none.
        after: The text in the new edition; None if there is none.
    """

    kind: str
    id: str
    field: str
    before: str | None
    after: str | None


@dataclass(slots=True)
class Differences:
    """The parts that differ between two editions.

    Removed and renamed parts are in the order of the old edition, all others in that of the new one.

    Attributes:
        added: The parts that only the new edition has.
        removed: The parts that only the old edition has.
        renamed: The parts whose id has changed.
        rerouted: The answers that now lead to another node.
        reworded: The texts and settings that differ.
    """

    added: list[Part] = field(default_factory=list[Part])
    removed: list[Part] = field(default_factory=list[Part])
    renamed: list[Rename] = field(default_factory=list[Rename])
    rerouted: list[Reroute] = field(default_factory=list[Reroute])
    reworded: list[Rewording] = field(default_factory=list[Rewording])
