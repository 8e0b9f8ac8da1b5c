"""A step should be compared with its source before its day of review."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.tree.steps import is_overdue


def find(subject: Subject) -> Iterator[Fault]:
    """Report the steps whose day of review is past."""
    for step in subject.tree.steps.values():
        if is_overdue(step, subject.date):
            message = f"The step '{step.id}' was due for review by {step.review_by}."
            hint = "Compare it with its source, then write the day as 'reviewed' and a later day as 'review_by'."
            yield Fault(("steps", step.id, "review_by"), message, hint)


RULE = Rule(
    order=226,
    code=Code(
        name="step-overdue",
        severity="warning",
        meaning="The day is past by which somebody should have compared a step with its source. Pages mark the step.",
        fix="Compare it with its source, then write the day as `reviewed` and a later day as `review_by`.",
        wrong=(
            "groups: {after: Afterwards}\n"
            'steps: {minutes: {group: after, title: Write the minutes, review_by: "2020-01-01"}}\nrenamed:\n'
        ),
        right="renamed:\n",
    ),
    find=find,
)
