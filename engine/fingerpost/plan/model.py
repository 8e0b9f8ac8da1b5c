"""The plan as immutable data: the reader's needs in their order, each with the link of its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast

from fingerpost.answers.evidence import Evidence
from fingerpost.record.notes import Confirmation

KIND: Final = "fingerpost-plan"
"""Identifies a file or a link as a plan."""

VERSION: Final = 1
"""The version of the plan's format."""

MOST_NEEDS: Final = 500
"""The most needs of a plan."""

LONGEST: Final = 4_000
"""The most characters of a text in a plan."""

MOST_ENTRIES: Final = 500
"""The most confirmations, answers with evidence, or steps of one need."""

TEXTS: Final = ("need", "information", "from", "to", "link")
"""The texts of a need, by their names in JSON."""


@dataclass(frozen=True, slots=True)
class Need:
    """One need of a plan. All texts are the reader's own.

    Attributes:
        id: Unique in its plan: letters and digits, at most 32.
        need: The need.
        information: The information that it is about.
        source: The system that has the information or sends it.
        target: The system that gets the information or holds it.
        link: The link text of the answers.
        confirmations: Consideration id to what the reader noted on it.
        evidence: Question id to who gave the answer and when.
        steps: Ids of the steps that were ticked.
        changed: The time of the last change, in milliseconds since 1970.
    """

    id: str
    need: str = ""
    information: str = ""
    source: str = ""
    target: str = ""
    link: str = ""
    confirmations: Mapping[str, Confirmation] = field(default_factory=dict[str, Confirmation])
    evidence: Mapping[str, Evidence] = field(default_factory=dict[str, Evidence])
    steps: tuple[str, ...] = ()
    changed: int = 0

    def with_values(self, **values: object) -> Need:
        """Return the need with other values for some attributes."""
        present = {name: getattr(self, name) for name in _NAMES}
        return Need(**cast("dict[str, Any]", present | values))

    def text(self, name: str) -> str:
        """Return one of `TEXTS`."""
        return getattr(self, ATTRIBUTES.get(name, name))

    def with_text(self, name: str, value: str) -> Need:
        """Return the need with another value for one of `TEXTS`."""
        return self.with_values(**{ATTRIBUTES.get(name, name): value})


ATTRIBUTES: Final = {"from": "source", "to": "target"}
"""The attributes whose name in JSON is a word of Python or says less than the attribute."""

_NAMES: Final = (
    *("id", "need", "information", "source", "target", "link"),
    *("confirmations", "evidence", "steps", "changed"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan for one tree.

    Attributes:
        tree: The id of the tree.
        edition: The edition of the tree when the plan was begun.
        title: The reader's name for the plan; may be empty.
        needs: The needs, in the reader's order.
    """

    tree: str
    edition: str
    title: str = ""
    needs: tuple[Need, ...] = ()

    def position(self, need_id: str) -> int | None:
        """Return the position of a need, from 0, or None if the plan does not have it."""
        return next((number for number, need in enumerate(self.needs) if need.id == need_id), None)

    def with_needs(self, needs: tuple[Need, ...]) -> Plan:
        """Return the plan with other needs."""
        return Plan(self.tree, self.edition, self.title, needs)

    def with_title(self, title: str) -> Plan:
        """Return the plan with another title."""
        return Plan(self.tree, self.edition, title, self.needs)
