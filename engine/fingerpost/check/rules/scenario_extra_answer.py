"""A scenario must not answer a question that its other answers do not lead to."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.answers.position import position
from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.scenarios import is_known
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.tree.coverage import follow_scenario


def find(subject: Subject) -> Iterator[Fault]:
    """Report the answers to such questions."""
    for scenario in subject.tree.scenarios.values():
        if not is_known(subject, scenario):
            continue
        taken, _ = follow_scenario(subject.tree, scenario)
        if len(taken) == len(scenario.answers):
            continue
        for question in position(subject.tree, scenario.answers).set_aside:
            path = ("scenarios", scenario.id, "answers", question)
            message = f"The other answers of the scenario do not lead to the question '{question}'."
            yield Fault(path, message, "Delete this answer.")


RULE = Rule(
    order=450,
    code=Code(
        name="scenario-extra-answer",
        severity="error",
        meaning="A scenario answers a question that its other answers do not lead to.",
        fix="Delete this answer.",
        wrong='answers: {discussion: "no", same-place: all}',
        right='answers: {discussion: "no"}',
    ),
    find=find,
)
