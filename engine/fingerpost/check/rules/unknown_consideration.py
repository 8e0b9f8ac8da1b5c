"""An outcome can only ask to confirm considerations that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import CONSIDERATION
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the considerations that outcomes name and the tree lacks."""
    known = subject.tree.considerations
    for outcome in subject.tree.outcomes.values():
        for number, consideration in enumerate(outcome.confirm):
            if consideration not in known:
                path = ("outcomes", outcome.id, "confirm", str(number))
                message = f"There is no consideration '{consideration}'."
                fault = Fault(path, message, "Write it, or delete it here.")
                yield from subject.unresolved(fault, CONSIDERATION, consideration, known)


RULE = Rule(
    order=210,
    code=Code(
        name="unknown-consideration",
        severity="error",
        meaning="An outcome asks to confirm something that is not among the considerations.",
        fix="Correct the id, or write the consideration.",
        wrong="confirm: [caption]",
        right="confirm: [captions]",
    ),
    find=find,
)
