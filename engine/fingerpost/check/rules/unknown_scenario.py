"""A use case can only name worked examples that exist."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the worked examples that use cases name and the tree lacks."""
    known = subject.tree.scenarios
    # One of those that could not be read may have the name.
    if ("scenarios",) in subject.unknown or any(path[0] == "scenarios" and len(path) == 2 for path in subject.unknown):
        return
    for use_case in subject.tree.use_cases.values():
        for number, scenario in enumerate(use_case.scenarios):
            if scenario not in known:
                path = ("use_cases", use_case.id, "scenarios", str(number))
                hint = subject.guess(scenario, known, "Write it, or delete it here.")
                yield Fault(path, f"There is no scenario '{scenario}'.", hint)


RULE = Rule(
    order=456,
    code=Code(
        name="unknown-scenario",
        severity="error",
        meaning="A use case names a worked example that does not exist.",
        fix="Correct the id, or write the scenario.",
        wrong="A use case has `scenarios: [moev]`, but the scenario is called `move`.",
    ),
    find=find,
)
