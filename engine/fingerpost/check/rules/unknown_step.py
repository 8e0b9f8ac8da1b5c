"""An outcome can only name steps that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the steps that outcomes name and the tree lacks."""
    known = subject.tree.steps
    for outcome in subject.tree.outcomes.values():
        for number, name in enumerate(outcome.steps):
            if name not in known and not subject.is_lost("steps", name):
                hint = subject.guess(name, known, "Write it below 'steps', or delete it here.")
                yield Fault(("outcomes", outcome.id, "steps", str(number)), f"There is no step '{name}'.", hint)


RULE = Rule(
    order=222,
    code=Code(
        name="unknown-step",
        severity="error",
        meaning="An outcome names a next step that is not among the steps.",
        fix="Correct the id, or write the step.",
        wrong="confirm: [step-free]\n    steps: [minutes]",
        right="confirm: [step-free]",
    ),
    find=find,
)
