"""A scenario must expect an outcome that exists."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.rule import Fault, Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the outcomes that scenarios expect and the tree lacks."""
    for scenario in subject.tree.scenarios.values():
        if scenario.expect and scenario.expect not in subject.tree.outcomes:
            hint = subject.guess(scenario.expect, subject.tree.outcomes, "Name one of the outcomes.")
            yield Fault(("scenarios", scenario.id, "expect"), f"There is no outcome '{scenario.expect}'.", hint)


RULE = Rule(
    order=430,
    code=Code(
        name="scenario-unknown-outcome",
        severity="error",
        meaning="A scenario expects an outcome that does not exist.",
        fix="Name one of the outcomes.",
        wrong="expect: mesage",
        right="expect: message",
    ),
    find=find,
)
