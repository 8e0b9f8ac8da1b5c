"""The conditions under which a tree leads to an outcome: its ways, without the answers that do not matter.

Ways that differ in nothing but the answers to one question are one set of conditions. Together, the sets of an outcome
hold for exactly the answers that lead to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from fingerpost.tree.model import Question, Tree
from fingerpost.tree.ways import Way, leading_to

LIMIT: Final = 60
"""The most ways that are looked at; the answers to a question that lead to one place count as one."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Answers that are enough to lead to an outcome, whatever the answers to all other questions.

    Attributes:
        answers: Question id to the answers of which any will do, in the order asked.
        way: A way through the tree for which they hold.
    """

    answers: Mapping[str, tuple[str, ...]]
    way: Way


def conditions(tree: Tree, outcome_id: str) -> tuple[list[Conditions], bool]:
    """Return the sets of conditions for an outcome, and whether they are all.

    Args:
        tree: A tree that passed its checks.
        outcome_id: The outcome.
    """
    tree = tree.counting
    found = list(islice(_ways(tree, outcome_id), LIMIT + 1))
    fewest = [Conditions(_fewest(tree, each.answers, outcome_id), each.way) for each in found[:LIMIT]]
    return _without_repetition(tree, fewest), len(found) <= LIMIT


def _ways(tree: Tree, outcome_id: str) -> Iterator[Conditions]:
    """Yield the ways to an outcome in the author's order."""
    wanted = leading_to(tree, (outcome_id,))
    waiting: list[tuple[str, dict[str, tuple[str, ...]]]] = [(tree.start, {})]
    while waiting:
        node, before = waiting.pop()
        if node == outcome_id:
            yield Conditions(before, Way({question: answers[0] for question, answers in before.items()}, outcome_id))
            continue
        question = tree.questions[node]
        targets = [target for target in _answers_by_target(question).items() if target[0] in wanted]
        waiting += [(target, {**before, node: answers}) for target, answers in reversed(targets)]


def _answers_by_target(question: Question) -> dict[str, tuple[str, ...]]:
    targets: dict[str, tuple[str, ...]] = {}
    for answer in question.answers:
        targets[answer.go] = (*targets.get(answer.go, ()), answer.id)
    return targets


def _fewest(tree: Tree, answers: Mapping[str, tuple[str, ...]], outcome_id: str) -> dict[str, tuple[str, ...]]:
    """Return the conditions without those that the others make superfluous."""
    left = dict(answers)
    for question in answers:
        fewer = {name: ids for name, ids in left.items() if name != question}
        if _leads_only_to(tree, fewer, outcome_id):
            left = fewer
    return left


def _leads_only_to(tree: Tree, answers: Mapping[str, tuple[str, ...]], outcome_id: str) -> bool:
    """Return whether these answers lead to an outcome, whatever the answers to the other questions."""
    seen = {tree.start}
    waiting = [tree.start]
    while waiting:
        node = waiting.pop()
        if node not in tree.questions:
            if node != outcome_id:
                return False
            continue
        allowed = answers.get(node)
        for answer in tree.questions[node].answers:
            if (allowed is None or answer.id in allowed) and answer.go not in seen:
                seen.add(answer.go)
                waiting.append(answer.go)
    return True


def _without_repetition(tree: Tree, found: list[Conditions]) -> list[Conditions]:
    """Return sets of conditions of which none is part of another, and no two differ in one question alone."""
    kept: list[Conditions] = []
    for each in found:
        new = each
        while other := next((one for one in kept if _differ_in_one(one, new)), None):
            kept.remove(other)
            new = _joined(tree, other, new)
        if not any(_is_part(new, one) for one in kept):
            kept = [*(one for one in kept if not _is_part(one, new)), new]
    return kept


def _differ_in_one(one: Conditions, other: Conditions) -> bool:
    same = one.answers.keys() == other.answers.keys()
    return same and sum(ids != other.answers[question] for question, ids in one.answers.items()) == 1


def _joined(tree: Tree, one: Conditions, other: Conditions) -> Conditions:
    """Return the conditions that hold where one of two sets holds, which differ in one question.

    They never allow all answers to that question: it would have been superfluous in both sets.
    """
    answers = {
        name: tuple(answer.id for answer in tree.questions[name].answers if answer.id in (*ids, *other.answers[name]))
        for name, ids in one.answers.items()
    }
    return Conditions(answers, one.way)


def _is_part(one: Conditions, other: Conditions) -> bool:
    """Return whether one set of conditions only holds where another does."""
    return all(
        question in one.answers and {*one.answers[question]} <= {*ids} for question, ids in other.answers.items()
    )
