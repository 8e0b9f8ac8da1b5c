"""An outcome can only be rated by qualities that the tree has."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import QUALITY
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the qualities that outcomes name and the tree lacks."""
    known = subject.tree.qualities
    for outcome in subject.tree.outcomes.values():
        for quality in outcome.qualities:
            if quality not in known:
                path = ("outcomes", outcome.id, "qualities", quality)
                fault = Fault(path, f"There is no quality '{quality}'.", "Write it in 'qualities', or delete it here.")
                yield from subject.unresolved(fault, QUALITY, quality, known)


RULE = Rule(
    order=232,
    code=Code(
        name="unknown-quality",
        severity="error",
        meaning="An outcome says what to expect in respect of a quality that the tree does not have.",
        fix="Correct the id, or write the quality in `qualities` of the tree.",
        wrong="qualities: {price: {values: [low]}}, and the tree has only the quality `cost`.",
    ),
    find=find,
)
