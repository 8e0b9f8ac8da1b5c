"""A fault: how it is brought about, what the visitor sees, and what is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from fingerpost.text.wording import say

if TYPE_CHECKING:
    from faults.scene import Scene

GIVEN = {"proactive-request": "no", "business-acknowledgement": "no"}
"""The answers that the visitor has given before the fault."""


@dataclass(frozen=True)
class Sight:
    """What the visitor sees.

    Attributes:
        engine: The state of the engine that the page element reports.
        told: The same for readers of the page about faults.
        words: Texts on the page.
        drawn: Whether the engine draws the state, with the notes.
    """

    engine: Literal["ready", "failed", "none"]
    told: str
    words: tuple[str, ...] = ()
    drawn: bool = True


WORKS = Sight("ready", "Everything works.")
LINKS = Sight("failed", f"“{say('failed')}” The answers are links.", (say("failed"),))
PLAIN = Sight("none", "Each answer is a link to the next question on the page.", (say("links-only"),))


@dataclass(frozen=True)
class Kept:
    """What is kept.

    Attributes:
        told: The same for readers of the page about faults.
        notes: Whether the page shows the notes of the last visit.
        stored: Whether the browser stores them, and the plan, all the time.
        unreadable: Whether the browser stores notes that cannot be read, all the time.
        stores: Whether the browser stores what the visitor writes now; otherwise it lasts as long as the page.
        words: Texts on the page once the visitor has written something.
    """

    told: str
    notes: bool = True
    stored: bool = True
    unreadable: bool = False
    stores: bool = True
    words: tuple[str, ...] = ()


ALL = Kept("Answers and notes.")
IN_THE_PAGE = Kept(
    "Answers. Earlier notes stay stored. What you write now lasts until you leave the page, which says so.",
    stores=False,
    words=(say("storage-refused"),),
)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A row of the table.

    Attributes:
        name: Its name in the test run.
        title: The fault, for readers of the page about faults.
        how: Brings it about. The scene has a visitor who has been to the site and left notes; afterwards, its page is
            where the fault has left it. The text is the variant.
        variants: Where or how the fault can strike, by names for the test run.
        quick: The variants in the ordinary run; the others are in the long one.
        sight: What the visitor sees.
        otherwise: What the visitor sees of variants that differ.
        told: What the visitor sees, for readers, where the variants differ.
        kept: What is kept.
        given: The answers that count afterwards.
        given_otherwise: The same of variants that differ.
        expected: Parts of messages in the browser's console that belong to the fault.
        options: The settings of the visitor's browser, as Playwright has them.
        back: Whether Back leads to earlier answers.
        remembers: Whether the browser keeps pages for Back in memory.
        slow: Whether the whole row is in the long run only.
    """

    name: str
    title: str
    how: Callable[[Scene, str], None]
    variants: Sequence[str] = ("",)
    quick: Sequence[str] = ()
    sight: Sight = WORKS
    otherwise: Mapping[str, Sight] = field(default_factory=dict[str, Sight])
    told: str = ""
    kept: Kept = ALL
    given: Mapping[str, str] = field(default_factory=lambda: GIVEN)
    given_otherwise: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    expected: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])
    back: bool = True
    remembers: bool = False
    slow: bool = False

    def sight_of(self, variant: str) -> Sight:
        """Return what the visitor sees of a variant."""
        return self.otherwise.get(variant, self.sight)

    def given_of(self, variant: str) -> Mapping[str, str]:
        """Return the answers that count after a variant."""
        return self.given_otherwise.get(variant, self.given)

    @property
    def described(self) -> tuple[str, str, str]:
        """The row for readers: the fault, what they see, and what is kept."""
        return self.title, self.told or self.sight.told, self.kept.told

    def is_long(self, variant: str) -> bool:
        """Return whether a variant is in the long run only."""
        return self.slow or (len(self.variants) > 1 and variant not in (self.quick or self.variants[:1]))


@dataclass(frozen=True)
class Group:
    """Faults of one kind.

    Attributes:
        title: The heading of their table.
        faults: The faults.
        order: The position among the groups.
    """

    title: str
    faults: tuple[Fault, ...]
    order: int
