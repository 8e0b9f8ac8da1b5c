"""The parts of two editions that differ: added, removed, renamed, rerouted and reworded."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an edition.

    Attributes:
        kind: `question`, `answer`, `outcome`, `consideration` or `scenario`.
        id: Its id; that of an answer follows its question's and a slash.
        words: Its name or its question, as readers see it.
    """

    kind: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A part that has another id than before.

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
    """An answer that leads to another node; the start counts as one.

    Attributes:
        question: The present id of the question; None for the start.
        answer: The present id of the answer; None for the start.
        before: Where it led, by the present id.
        after: Where it leads.
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
        before: The text in the old edition; None where it was not there.
        after: The text in the new edition.
    """

    kind: str
    id: str
    field: str
    before: str | None
    after: str | None


@dataclass(slots=True)
class Differences:
    """The parts of two editions that differ, in the order of the edition that has them, and of the new one if both do.

    Attributes:
        added: The parts that only the new edition has.
        removed: The parts that only the old edition has.
        renamed: The parts that have another id than before.
        rerouted: The answers that lead to another node.
        reworded: The texts and settings that differ.
    """

    added: list[Part] = field(default_factory=list[Part])
    removed: list[Part] = field(default_factory=list[Part])
    renamed: list[Rename] = field(default_factory=list[Rename])
    rerouted: list[Reroute] = field(default_factory=list[Reroute])
    reworded: list[Rewording] = field(default_factory=list[Rewording])
