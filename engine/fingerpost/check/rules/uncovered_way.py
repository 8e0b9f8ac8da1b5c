"""Every way through the tree should have a worked example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fingerpost.check.rule import Fault, Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.tree.coverage import coverage
from fingerpost.tree.ways import readable_count

_MOST_LISTED = 50
"""The most ways that are reported one by one; more would bury all other findings."""


def find(subject: Subject) -> Iterator[Fault]:
    """Report the ways without a scenario, or only their number if there are very many."""
    if not subject.is_sound:
        return
    found = coverage(subject.tree)
    if len(found.missing) > _MOST_LISTED or not found.is_complete:
        message = f"{readable_count(found.covered)} of {readable_count(found.total)} ways have a scenario."
        yield Fault(("scenarios",), message, "Write scenarios for the ways that matter most.")
        return
    for way in found.missing:
        message = f"No scenario follows this way to '{way.outcome}': {_listed(way.answers)}."
        yield Fault(("scenarios",), message, "Write a scenario with these answers.", way.answers)


def _listed(answers: Mapping[str, str]) -> str:
    pairs = [f"{question} {answer}" for question, answer in answers.items()]
    return ", ".join(pairs if len(pairs) <= 12 else [*pairs[:6], "…", *pairs[-5:]])


RULE = Rule(
    order=460,
    code=Code(
        name="uncovered-way",
        severity="warning",
        meaning="No scenario follows this way through the tree, so no example has tested it.",
        fix="Write a scenario. `fingerpost scenarios --skeleton` gives you a start.",
        wrong="",
        right="  plan: {need: The team plans its year., answers: {discussion: yes, same-place: all}, expect: room}\n",
    ),
    find=find,
)
