"""What the needs of a plan come to together: the outcomes used, how they combine, and the words for conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fingerpost.plan.conflicts import Found
from fingerpost.plan.standing import Standing
from fingerpost.text.markup import Text
from fingerpost.text.wording import say
from fingerpost.tree.model import Outcome, Tree


@dataclass(frozen=True, slots=True)
class Used:
    """An outcome with the numbers of the needs that lead to it."""

    outcome: Outcome
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """Two outcomes of a plan that work together, with what the tree says on it from either side."""

    one: Outcome
    other: Outcome
    texts: tuple[Text, ...]


def used(tree: Tree, standings: Iterable[Standing]) -> list[Used]:
    """Return the outcomes that the needs lead to, in the order of the tree."""
    numbers: dict[str, list[int]] = {}
    for standing in standings:
        if standing.link.outcome is not None:
            numbers.setdefault(standing.link.outcome.id, []).append(standing.number)
    return [Used(outcome, tuple(numbers[name])) for name, outcome in tree.outcomes.items() if name in numbers]


def combinations(outcomes: Sequence[Used]) -> list[Combination]:
    """Return the pairs of outcomes that the tree combines, each once."""
    found: list[Combination] = []
    for place, one in enumerate(outcomes):
        for other in outcomes[place + 1 :]:
            texts = (one.outcome.combines.get(other.outcome.id), other.outcome.combines.get(one.outcome.id))
            said = {text.html: text for text in texts if text is not None}
            if said:
                found.append(Combination(one.outcome, other.outcome, tuple(said.values())))
    return found


def need_numbers(numbers: Sequence[int]) -> str:
    """Return the words for needs, for instance "Needs 1, 2 and 5"."""
    return say("plan-used-by" if len(numbers) == 1 else "plan-used-by-more", numbers=listed(numbers))


def listed(numbers: Sequence[int]) -> str:
    """Return numbers as words in a sentence."""
    *most, last = map(str, numbers)
    return say("plan-and", most=", ".join(most), last=last) if most else last


def conflict_words(found: Found) -> tuple[str, str]:
    """Return the words that name the needs of a conflict, and those on what they are about, if that matters."""
    if found.first == found.second:
        named = f"{need_numbers(found.first)}:"
    else:
        other = need_numbers(found.second)
        named = say("plan-conflict-with", one=need_numbers(found.first), other=other[:1].lower() + other[1:])
    about = "" if not found.information else say("plan-conflict-about", information=found.information)
    return named, about if found.certain else say("plan-conflict-check")
