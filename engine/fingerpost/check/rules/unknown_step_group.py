"""A step can only be in a group that exists."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the steps whose group the tree lacks."""
    known = subject.tree.groups
    for step in subject.tree.steps.values():
        if step.group and step.group not in known and not subject.is_lost("groups", step.group):
            hint = subject.guess(step.group, known, "Write it below 'groups' with its name.")
            yield Fault(("steps", step.id, "group"), f"There is no group '{step.group}'.", hint)


RULE = Rule(
    order=223,
    code=Code(
        name="unknown-step-group",
        severity="error",
        meaning="A step is in a group that is not among the groups, so no reader sees it.",
        fix="Correct the id, or write the group.",
        wrong="steps: {minutes: {group: after, title: Write the minutes}}\nrenamed:\n",
        right="renamed:\n",
    ),
    find=find,
)
