"""Tests of scenarios that several rules need."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.answers.position import position
from fingerpost.check.subject import Subject
from fingerpost.tree.coverage import follow_scenario
from fingerpost.tree.model import UNSURE, Scenario, Tree


def answers_exist(tree: Tree, scenario: Scenario) -> bool:
    """Return whether the tree has all the answers of a scenario."""
    return tree.start in tree.questions and all(
        question in tree.questions and (answer == UNSURE or tree.questions[question].answer(answer) is not None)
        for question, answer in scenario.answers.items()
    )


def is_known(subject: Subject, scenario: Scenario) -> bool:
    """Return whether everything that a scenario depends on is known: its answers, and where they lead."""
    if not scenario.answers or not answers_exist(subject.tree, scenario):
        return False
    path = ("scenarios", scenario.id)
    if subject.is_incomplete(*path, "answers") or not {(), path}.isdisjoint(subject.unknown):
        return False
    doubts = subject.doubts
    if not doubts.stand_ins:
        return True
    _, node = follow_scenario(doubts.tree, scenario)
    if node in subject.tree.outcomes:
        return True
    return doubts.stand_ins.isdisjoint(position(doubts.tree, scenario.answers).possible)


def failures(subject: Subject) -> Iterator[tuple[Scenario, str]]:
    """Yield the scenarios whose answers do not lead to the outcome that they expect, each with the reason."""
    for scenario in subject.tree.scenarios.values():
        if scenario.expect in subject.tree.outcomes and is_known(subject, scenario):
            reason = _why_it_fails(subject.tree, scenario)
            if reason is not None:
                yield scenario, reason


def _why_it_fails(tree: Tree, scenario: Scenario) -> str | None:
    _, node = follow_scenario(tree, scenario)
    if node in tree.outcomes:
        return None if node == scenario.expect else f"its answers lead to '{node}'"
    final = position(tree, scenario.answers)
    if final.decided == scenario.expect:
        return None
    if final.decided is not None:
        return f"its answers lead to '{final.decided}'"
    if final.open:
        return f"its answers stop at the question '{final.open[0]}'"
    if final.possible:
        return f"its answers leave {' and '.join(repr(outcome) for outcome in final.possible)}"
    # Only a broken tree leads nowhere, which another finding reports.
    return None
