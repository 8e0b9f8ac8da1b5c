"""The answers of a scenario must lead to the outcome that it expects."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.answers.position import position
from fingerpost.check.rule import Fault, Rule
from fingerpost.check.scenarios import answers_exist
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.tree.coverage import follow_scenario
from fingerpost.tree.model import Scenario, Tree


def find(subject: Subject) -> Iterator[Fault]:
    """Report the scenarios whose answers lead elsewhere."""
    for scenario in subject.tree.scenarios.values():
        known = scenario.expect in subject.tree.outcomes and answers_exist(subject.tree, scenario)
        if not known or not scenario.answers:
            continue
        reason = _why_it_fails(subject.tree, scenario)
        if reason is not None:
            yield Fault(
                ("scenarios", scenario.id, "expect"),
                f"The scenario '{scenario.id}' expects '{scenario.expect}', but {reason}.",
                "Correct the scenario, or the tree if the scenario is right.",
                scenario.answers,
            )


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


RULE = Rule(
    order=440,
    code=Code(
        name="scenario-fails",
        severity="error",
        meaning="A worked example does not lead to the outcome that it expects: the tree or the example is wrong.",
        fix="Read the answers again. Correct the scenario, or the tree if the scenario is right.",
        wrong="same-place: all}, expect: call",
        right="same-place: all}, expect: room",
    ),
    find=find,
)
