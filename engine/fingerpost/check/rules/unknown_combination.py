"""An outcome can only be combined with another outcome."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the combinations with anything else."""
    known = subject.tree.outcomes
    for outcome in known.values():
        for other in outcome.combines:
            path = ("outcomes", outcome.id, "combines", other)
            if other == outcome.id:
                yield Fault(path, f"The outcome '{other}' can't be combined with itself.", "Name another outcome.")
            elif other not in known:
                fault = Fault(path, f"There is no outcome '{other}'.", "Name one of the outcomes.")
                yield from subject.unresolved(fault, NODE, other, known)


RULE = Rule(
    order=230,
    code=Code(
        name="unknown-combination",
        severity="error",
        meaning="An outcome combines with something that is not another outcome.",
        fix="Name one of the other outcomes.",
        wrong="combines: {call: Send the papers before the call.}",
        right="combines: {message: Send the papers before the call.}",
    ),
    find=find,
)
