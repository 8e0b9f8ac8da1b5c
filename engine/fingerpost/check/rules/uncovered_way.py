"""Every way through the tree should have a worked example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.scenarios import failures
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.tree.coverage import coverage
from fingerpost.tree.ways import readable_count


def find(subject: Subject) -> Iterator[Fault]:
    """Report the number of ways without a scenario, or each of them where the author asks for that."""
    # A scenario with a fault may be meant for one of the ways that seem to have none.
    lost = any(path[0] == "scenarios" and path[2:3] != ("need",) for path in subject.unknown)
    if not subject.has_ways or lost or subject.causes or next(failures(subject), None) is not None:
        return
    found = coverage(subject.tree)
    missing = found.total - found.covered
    if not missing:
        return
    if not subject.each_way or not found.is_complete:
        verb = "has" if missing == 1 else "have"
        message = f"{readable_count(missing)} of {readable_count(found.total)} ways {verb} no scenario."
        hint = "'fingerpost check --ways' lists them, and 'fingerpost scenarios --skeleton' drafts the scenarios."
        yield Fault(("scenarios",), message, hint)
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
        right='  plan: {need: The team plans its year., answers: {discussion: "yes", same-place: all}, expect: room}\n',
    ),
    find=find,
)
