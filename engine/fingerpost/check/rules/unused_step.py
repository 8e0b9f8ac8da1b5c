"""Every step should be named by an outcome: otherwise readers never see it."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the steps that no outcome names."""
    # A name that could not be read, or that is misspelt, may be the one that seems to be missing.
    if any(path[0] == "outcomes" and (len(path) < 3 or path[2] == "steps") for path in subject.unknown):
        return
    used = {name for outcome in subject.tree.outcomes.values() for name in outcome.steps}
    if not used <= subject.tree.steps.keys():
        return
    for name in subject.tree.steps:
        if name not in used:
            yield Fault(
                ("steps", name),
                f"No outcome names the step '{name}'.",
                "Add it to 'steps' of an outcome, or delete it.",
            )


RULE = Rule(
    order=224,
    code=Code(
        name="unused-step",
        severity="warning",
        meaning="No outcome names a step, so no reader sees it.",
        fix="Add it to `steps` of an outcome, or delete it.",
        wrong="groups: {after: Afterwards}\nsteps: {minutes: {group: after, title: Write the minutes}}\nrenamed:\n",
        right="renamed:\n",
    ),
    find=find,
)
