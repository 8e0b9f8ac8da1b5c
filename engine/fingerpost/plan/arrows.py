"""The needs of a plan as arrows from one system to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fingerpost.plan.conflicts import folded
from fingerpost.plan.standing import Standing
from fingerpost.record.typed import one_line
from fingerpost.text.wording import say


@dataclass(frozen=True, slots=True)
class Arrow:
    """A need as an arrow.

    Attributes:
        number: The number of the need.
        source: The place of the system where it begins, from 0.
        target: The place of the system where it ends.
        words: What the need leads to.
        outcome: The id of the outcome; empty if the need is not decided.
    """

    number: int
    source: int
    target: int
    words: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Arrows:
    """All needs of a plan as arrows.

    Attributes:
        systems: The names of the systems, in the order in which the needs name them; one that no need names has an
            empty name, and is the last.
        arrows: The arrows, in the order of the needs.
    """

    systems: tuple[str, ...]
    arrows: tuple[Arrow, ...]


def arrows_of(standings: Sequence[Standing]) -> Arrows:
    """Return the needs of a plan as arrows. Case and spaces do not count in the names of systems."""
    names = {folded(name): one_line(name) for name in reversed([*_systems(standings)]) if folded(name)}
    order = [name for name in dict.fromkeys(map(folded, _systems(standings))) if name]
    places = {name: place for place, name in enumerate(order)}
    nowhere = len(order)
    arrows = tuple(
        [
            Arrow(
                standing.number,
                places.get(folded(standing.need.source), nowhere),
                places.get(folded(standing.need.target), nowhere),
                _result(standing),
                "" if standing.link.outcome is None else standing.link.outcome.id,
            )
            for standing in standings
        ]
    )
    unnamed = ("",) if any(nowhere in (arrow.source, arrow.target) for arrow in arrows) else ()
    return Arrows((*(names[name] for name in order), *unnamed), arrows)


def arrow_words(standing: Standing) -> str:
    """Return the systems of a need, and what it leads to, as plain text."""
    need = standing.need
    systems = say("sequence-message", start=_named(need.source), end=_named(need.target))
    return f"{systems}: {_result(standing)}"


def system_name(name: str) -> str:
    """Return the name of a system, or the words for one that has no name."""
    return name or say("plan-no-system")


def _named(name: str) -> str:
    return system_name(one_line(name))


def _result(standing: Standing) -> str:
    outcome = standing.link.outcome
    return say("record-undecided") if outcome is None else one_line(outcome.title.plain)


def _systems(standings: Iterable[Standing]) -> Iterable[str]:
    for standing in standings:
        yield from (standing.need.source, standing.need.target)
