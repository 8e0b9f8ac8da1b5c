"""Every consideration should be confirmed for some outcome: otherwise readers never see it."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import CONSIDERATION
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the considerations that no outcome names."""
    # A name that could not be read, or that is misspelt, may be the one that seems to be missing.
    lost = any(path[0] == "outcomes" and (len(path) < 3 or path[2] == "confirm") for path in subject.unknown)
    misspelt = [cause.definition for (family, _), cause in subject.causes.items() if family == CONSIDERATION]
    if lost:
        return
    used = {name for outcome in subject.tree.outcomes.values() for name in outcome.confirm}
    for name in subject.tree.considerations:
        if name not in used and ("considerations", name) not in misspelt:
            hint = "Add it to 'confirm' of an outcome, or delete it."
            yield Fault(("considerations", name), f"No outcome asks to confirm '{name}'.", hint)


RULE = Rule(
    order=220,
    code=Code(
        name="unused-consideration",
        severity="warning",
        meaning="No outcome asks to confirm a consideration, so no reader sees it.",
        fix="Add it to `confirm` of an outcome, or delete it.",
        wrong="room.md\n",
        right="room.md\n    confirm: [step-free]\n",
    ),
    find=find,
)
