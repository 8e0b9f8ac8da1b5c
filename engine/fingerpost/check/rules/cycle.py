"""No answers may lead back to a question that was asked before."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report each cycle of questions, at the answer that closes it."""
    for cycle in subject.cycles:
        last, first = subject.tree.questions[cycle[-1]], cycle[0]
        back = subject.closing_answer(cycle)
        shown = cycle if len(cycle) <= 10 else [*cycle[:5], "…", *cycle[-4:]]
        yield Fault(
            ("questions", last.id, "answers", back, "go"),
            f"The questions go round in a circle: {' → '.join([*shown, first])}.",
            "Make one of these answers lead elsewhere.",
            subject.way_through(last.id, back),
        )


RULE = Rule(
    order=140,
    code=Code(
        name="cycle",
        severity="error",
        meaning="Answers lead back to a question that was asked before, so its reader would go round for ever.",
        fix="Make one of these answers lead elsewhere.",
        wrong="none: {label: Nobody, go: discussion}",
        right="none: {label: Nobody, go: call}",
    ),
    find=find,
)
