"""The sequence diagram of an outcome must have lines that can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.sequence.diagram import read


def find(subject: Subject) -> Iterator[Fault]:
    """Report the diagrams that can't be drawn."""
    for outcome in subject.tree.outcomes.values():
        if outcome.sequence is None:
            continue
        try:
            read(outcome.sequence)
        except ValueError as fault:
            path = ("outcomes", outcome.id, "sequence")
            yield Fault(path, f"The sequence diagram can't be drawn: {fault}.", "Correct the line, or delete it.")


RULE = Rule(
    order=260,
    code=Code(
        name="unreadable-sequence",
        severity="error",
        meaning="The sequence diagram of an outcome can't be drawn.",
        fix="Correct the line that the finding quotes. A diagram needs a title, and a participant "
        "before each line that names it.",
        wrong="A diagram has the message `G->>X: Asks`, but no line `participant X`.",
    ),
    find=find,
)
