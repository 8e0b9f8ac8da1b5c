"""Finds the pairs of needs that the tree says deserve a second look.

Needs that meet the same rule are reported together, so that a plan of many needs has few reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fingerpost.plan.standing import Standing
from fingerpost.tree.model import Tree
from fingerpost.tree.purpose import Condition, Conflict


@dataclass(frozen=True, slots=True)
class Found:
    """Needs that meet the two conditions of a conflict: each of the first with each of the second but itself.

    Attributes:
        conflict: The conflict.
        first: The numbers of the needs that meet the first condition.
        second: The numbers of the needs that meet the second condition.
        information: What they are all about, if the conflict is one of needs about the same information.
        certain: False if one need of each pair does not name its information, although it matters.
    """

    conflict: Conflict
    first: tuple[int, ...]
    second: tuple[int, ...]
    information: str = ""
    certain: bool = True


def conflicts_in(tree: Tree, standings: Sequence[Standing]) -> list[Found]:
    """Return the conflicts between the needs of a plan, in the order of the tree."""
    found: list[Found] = []
    for conflict in tree.conflicts.values():
        first = [standing for standing in standings if meets(standing, conflict.first)]
        second = [standing for standing in standings if meets(standing, conflict.second)]
        found += _about_the_same(conflict, first, second) if conflict.same else _between(conflict, first, second)
    return found


def meets(standing: Standing, condition: Condition) -> bool:
    """Return whether the result of a need and the answers that count are those of a condition."""
    outcome, answers = standing.link.outcome, standing.link.answers
    if condition.outcome is not None and (outcome is None or outcome.id != condition.outcome):
        return False
    return all(answers.get(question) == answer for question, answer in condition.answers.items())


def folded(text: str) -> str:
    """Return a name in the form in which equal names are equal: case and spaces do not count."""
    return "".join(text.split()).casefold()


def _about_the_same(conflict: Conflict, first: Sequence[Standing], second: Sequence[Standing]) -> Iterator[Found]:
    """Yield the pairs about each piece of information, then those of which one need does not say what it is about."""
    firsts, seconds = _by_information(first), _by_information(second)
    for name, same in firsts.items():
        if name and name in seconds:
            yield from _between(conflict, same, seconds[name], same[0].need.information.strip())
    unnamed = firsts.get("", [])
    yield from _between(conflict, unnamed, second, certain=False)
    named = [standing for name, same in firsts.items() if name for standing in same]
    yield from _between(conflict, named, seconds.get("", []), certain=False)


def _by_information(standings: Sequence[Standing]) -> dict[str, list[Standing]]:
    groups: dict[str, list[Standing]] = {}
    for standing in standings:
        groups.setdefault(folded(standing.need.information), []).append(standing)
    return groups


def _between(
    conflict: Conflict,
    first: Sequence[Standing],
    second: Sequence[Standing],
    information: str = "",
    *,
    certain: bool = True,
) -> Iterator[Found]:
    """Yield the needs that are in a pair of two different ones, if there are any."""
    firsts, seconds = _numbers(first), _numbers(second)
    # A need that is alone on the other side has nobody but itself.
    with_other = firsts if len(seconds) != 1 else tuple([number for number in firsts if number != seconds[0]])
    others = seconds if len(firsts) != 1 else tuple([number for number in seconds if number != firsts[0]])
    if with_other and others:
        yield Found(conflict, with_other, others, information, certain)


def _numbers(standings: Sequence[Standing]) -> tuple[int, ...]:
    return tuple(sorted(standing.number for standing in standings))
