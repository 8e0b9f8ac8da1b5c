"""Every group should have steps."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the groups that no step is in."""
    if any(path[0] == "steps" for path in subject.unknown):
        return
    used = {step.group for step in subject.tree.steps.values()}
    if not used <= subject.tree.groups.keys():
        return
    for name in subject.tree.groups:
        if name not in used:
            yield Fault(("groups", name), f"No step is in the group '{name}'.", "Put a step into it, or delete it.")


RULE = Rule(
    order=225,
    code=Code(
        name="group-without-steps",
        severity="warning",
        meaning="No step is in a group, so no reader sees it.",
        fix="Put a step into it, or delete it.",
        wrong="groups: {after: Afterwards}\nrenamed:\n",
        right="renamed:\n",
    ),
    find=find,
)
