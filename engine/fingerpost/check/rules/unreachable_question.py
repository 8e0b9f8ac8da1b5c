"""Every question must be reachable from the start."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that no answers lead to."""
    for question, behind in subject.orphans.items():
        if question in subject.tree.questions:
            message = f"No answers from the start lead to the question '{question}'{_also(behind)}."
            yield Fault(("questions", question), message, "Make an answer lead to it, or delete it.")


def _also(behind: list[str]) -> str:
    """Return, in words, that what comes only after a question can't be reached either."""
    names = [f"'{node}'" for node in behind]
    if len(names) > 3:
        names[3:] = [f"{len(names) - 3} more"]
    return f", so none lead to {' or '.join(names)} either" if names else ""


RULE = Rule(
    order=150,
    code=Code(
        name="unreachable-question",
        severity="error",
        meaning="No answers lead to a question, so it is never asked.",
        fix="Make an answer lead to it, or delete it.",
        wrong="note: People have to talk, go: room",
        right="note: People have to talk, go: same-place",
    ),
    find=find,
)
