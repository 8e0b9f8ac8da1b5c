"""Every outcome must be reachable from the start."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the outcomes that no answers lead to."""
    for outcome in subject.orphans:
        if outcome in subject.tree.outcomes:
            message = f"No answers from the start lead to the outcome '{outcome}'."
            yield Fault(("outcomes", outcome), message, "Make an answer lead to it, or delete it.")


RULE = Rule(
    order=160,
    code=Code(
        name="unreachable-outcome",
        severity="error",
        meaning="No answers lead to an outcome, so it is never recommended.",
        fix="Make an answer lead to it, or delete it.",
        wrong="label: Everybody, go: call",
        right="label: Everybody, go: room",
    ),
    find=find,
)
