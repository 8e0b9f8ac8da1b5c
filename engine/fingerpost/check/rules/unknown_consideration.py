"""An outcome can only ask to confirm considerations that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.rule import Fault, Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the considerations that outcomes name and the tree lacks."""
    known = subject.tree.considerations
    for outcome in subject.tree.outcomes.values():
        for number, consideration in enumerate(outcome.confirm):
            if consideration not in known:
                yield Fault(
                    ("outcomes", outcome.id, "confirm", str(number)),
                    f"There is no consideration '{consideration}'.",
                    subject.guess(consideration, known, "Write it, or delete it here."),
                )


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
