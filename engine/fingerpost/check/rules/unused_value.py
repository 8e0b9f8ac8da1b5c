"""Every value of a quality should fit some outcome: otherwise nobody finds anything by it."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the qualities without values, and the values that no outcome has."""
    # A value that could not be read, or that is misspelt, may be the one that seems to be missing.
    lost = any(path[0] == "outcomes" and path[2:3] in ((), ("qualities",)) for path in subject.unknown)
    misspelt = [cause.definition for cause in subject.causes.values()]
    for quality in subject.tree.qualities.values():
        path = ("qualities", quality.id)
        if not quality.values:
            if not subject.is_incomplete(*path):
                yield Fault(path, f"The quality '{quality.id}' has no values.", "Write some, or delete the quality.")
            continue
        if lost:
            continue
        ratings = [outcome.qualities.get(quality.id) for outcome in subject.tree.outcomes.values()]
        used = {value for rating in ratings if rating is not None for value in rating.values}
        if not any(ratings):
            if path not in misspelt:
                yield Fault(path, f"No outcome has the quality '{quality.id}'.", "Rate outcomes by it, or delete it.")
            continue
        for value in quality.values:
            where = (*path, "values", value)
            if value not in used and where not in misspelt:
                yield Fault(where, f"No outcome has the value '{value}' of '{quality.id}'.", "Use it, or delete it.")


RULE = Rule(
    order=235,
    code=Code(
        name="unused-value",
        severity="warning",
        meaning="A quality has no values, or no outcome has the quality or one of its values.",
        fix="Use it for an outcome, or delete it.",
        wrong="No outcome has the value `high` of the quality `cost`.",
    ),
    find=find,
)
