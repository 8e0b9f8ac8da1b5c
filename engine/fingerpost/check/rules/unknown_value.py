"""An outcome can only have values that the quality has."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import value_of
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the values that outcomes name and the quality lacks, and qualities without any for an outcome."""
    qualities = subject.tree.qualities
    for outcome in subject.tree.outcomes.values():
        for name, rating in outcome.qualities.items():
            quality = qualities.get(name)
            if quality is None:
                continue  # another rule reports it
            path = ("outcomes", outcome.id, "qualities", name, "values")
            if not rating.values and path not in subject.unknown:
                hint = "Name one of its values, or delete the quality here."
                yield Fault(path, f"The outcome '{outcome.id}' has no value of '{name}'.", hint)
            for number, value in enumerate(rating.values):
                if value not in quality.values:
                    fault = Fault(
                        (*path, str(number)), f"The quality '{name}' has no value '{value}'.", "Write it there."
                    )
                    yield from subject.unresolved(fault, value_of(name), value, quality.values)


RULE = Rule(
    order=233,
    code=Code(
        name="unknown-value",
        severity="error",
        meaning="An outcome has a value that its quality does not have, or no value of the quality.",
        fix="Correct the id, or write the value at the quality.",
        wrong="qualities: {cost: {values: [cheap]}}, and the quality has only the values `low` and `high`.",
    ),
    find=find,
)
