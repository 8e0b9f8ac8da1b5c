"""The answers of a scenario must lead to the outcome that it expects."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.scenarios import failures
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the scenarios whose answers lead elsewhere."""
    for scenario, reason in failures(subject):
        yield Fault(
            ("scenarios", scenario.id, "expect"),
            f"The scenario '{scenario.id}' expects '{scenario.expect}', but {reason}.",
            "Correct the scenario, or the tree if the scenario is right.",
            scenario.answers,
        )


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
