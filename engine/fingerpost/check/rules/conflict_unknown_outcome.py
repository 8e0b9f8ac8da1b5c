"""A conflict can only be about outcomes that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the outcomes that conflicts name and the tree lacks."""
    known = subject.tree.outcomes
    for conflict in subject.tree.conflicts.values():
        for name, condition in conflict.conditions:
            if condition.outcome is not None and condition.outcome not in known:
                path = ("conflicts", conflict.id, name, "outcome")
                fault = Fault(path, f"There is no outcome '{condition.outcome}'.", "Name one of the outcomes.")
                yield from subject.unresolved(fault, NODE, condition.outcome, known)


RULE = Rule(
    order=470,
    code=Code(
        name="conflict-unknown-outcome",
        severity="error",
        meaning="A conflict names an outcome that does not exist, so no plan would show it.",
        fix="Name one of the outcomes.",
        wrong="A conflict has `first: {outcome: mesage}`, but the outcome is called `message`.",
    ),
    find=find,
)
