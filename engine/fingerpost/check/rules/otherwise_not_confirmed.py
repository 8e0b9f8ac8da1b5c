"""An outcome can only say what else to do about considerations that it asks to confirm."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the advice of outcomes about considerations that they do not ask to confirm."""
    for outcome in subject.tree.outcomes.values():
        # It may be among those that could not be read.
        if subject.is_incomplete("outcomes", outcome.id, "confirm"):
            continue
        for name in outcome.otherwise:
            if name not in outcome.confirm:
                message = f"The outcome '{outcome.id}' does not ask to confirm '{name}'."
                hint = subject.guess(name, outcome.confirm, "Add it to 'confirm' of the outcome, or delete it here.")
                yield Fault(("outcomes", outcome.id, "otherwise", name), message, hint)


RULE = Rule(
    order=227,
    code=Code(
        name="otherwise-not-confirmed",
        severity="error",
        meaning="An outcome says what to do if something cannot be confirmed that it does not ask to confirm.",
        fix="Correct the id, add it to `confirm` of the outcome, or delete it.",
        wrong="confirm: [captions]\n    otherwise: {caption: Speak slowly.}\n",
        right="confirm: [captions]\n",
    ),
    find=find,
)
