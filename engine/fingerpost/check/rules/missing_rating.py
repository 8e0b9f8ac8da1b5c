"""Outcomes can only be compared by qualities that all of them have."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the outcomes that lack a quality which others have."""
    outcomes = subject.tree.outcomes.values()
    lost = [path for path in subject.unknown if path[0] == "outcomes"]
    for quality in subject.tree.qualities:
        if not any(quality in outcome.qualities for outcome in outcomes):
            continue
        for outcome in outcomes:
            # It may be the part that could not be read.
            unread = any(path[1:2] in ((), (outcome.id,)) and path[2:3] in ((), ("qualities",)) for path in lost)
            if quality not in outcome.qualities and not unread:
                hint = "Say what to expect of it, or delete the quality from the others."
                message = f"The outcome '{outcome.id}' has no value of '{quality}', which others have."
                yield Fault(("outcomes", outcome.id), message, hint)


RULE = Rule(
    order=234,
    code=Code(
        name="missing-rating",
        severity="warning",
        meaning="An outcome lacks a quality that others have, so it cannot be compared with them.",
        fix="Add the quality to the outcome, or delete it from the others.",
        wrong="Only one of two outcomes has the quality `cost`.",
    ),
    find=find,
)
