"""Two conflicts need different conditions: a plan would report the same needs twice."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.tree.purpose import Condition, Conflict

type _Met = frozenset[tuple[str | None, frozenset[tuple[str, str]]]]


def find(subject: Subject) -> Iterator[Fault]:
    """Report each conflict that has the conditions of an earlier one, in either order."""
    seen: dict[_Met, Conflict] = {}
    for conflict in subject.tree.conflicts.values():
        # They may differ in what could not be read.
        if subject.is_incomplete("conflicts", conflict.id):
            continue
        key = frozenset((_met(conflict.first), _met(conflict.second)))
        earlier = seen.setdefault(key, conflict)
        if earlier is not conflict:
            yield Fault(
                ("conflicts", conflict.id),
                f"The conflict '{conflict.id}' has the same conditions as '{earlier.id}'.",
                "Delete one of them, or correct its conditions.",
            )


def _met(condition: Condition) -> tuple[str | None, frozenset[tuple[str, str]]]:
    return condition.outcome, frozenset(condition.answers.items())


RULE = Rule(
    order=478,
    code=Code(
        name="same-conflict",
        severity="warning",
        meaning="Two conflicts have the same conditions, so a plan reports the same needs twice.",
        fix="Delete one of them, or correct its conditions.",
        wrong="Two conflicts both have `first: {outcome: message}` and `second: {outcome: call}`.",
    ),
    find=find,
)
