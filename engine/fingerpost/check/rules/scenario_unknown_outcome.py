"""A scenario must expect an outcome that exists."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the outcomes that scenarios expect and the tree lacks."""
    for scenario in subject.tree.scenarios.values():
        if scenario.expect and scenario.expect not in subject.tree.outcomes:
            path = ("scenarios", scenario.id, "expect")
            fault = Fault(path, f"There is no outcome '{scenario.expect}'.", "Name one of the outcomes.")
            yield from subject.unresolved(fault, NODE, scenario.expect, subject.tree.outcomes)


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
