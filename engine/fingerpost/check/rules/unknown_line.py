"""A scenario can only word participants, messages and notes that the diagram of its outcome has."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.sequence.diagram import lines_of, read


def find(subject: Subject) -> Iterator[Fault]:
    """Report the words of scenarios for lines that diagrams lack."""
    for scenario in subject.tree.scenarios.values():
        outcome = subject.tree.outcomes.get(scenario.expect)
        # An outcome that does not exist, or a diagram that can't be read, has a finding of its own.
        if outcome is None or ("outcomes", outcome.id, "sequence") in subject.unknown:
            continue
        if outcome.sequence is None:
            if scenario.sequence:
                hint = f"Give '{outcome.id}' a field 'sequence', or delete the words here."
                message = f"The outcome '{outcome.id}' has no sequence diagram for these words."
                yield Fault(("scenarios", scenario.id, "sequence"), message, hint)
            continue
        try:
            known = lines_of(read(outcome.sequence))
        except ValueError:
            continue
        for line in scenario.sequence:
            if line not in known:
                path = ("scenarios", scenario.id, "sequence", line)
                message = f"The sequence diagram of '{outcome.id}' has no participant and no number '{line}'."
                yield Fault(path, message, subject.guess(line, known, f"It has {', '.join(known)}."))


RULE = Rule(
    order=455,
    code=Code(
        name="unknown-line",
        severity="error",
        meaning="A scenario has words for a participant, a message or a note that the sequence diagram of its outcome "
        "does not have, so nobody would see them.",
        fix="Name the letters of a participant, or the number that a message or note begins with.",
        wrong="A scenario has `sequence: {9: Asks}`, but no message of the diagram begins with `9.`.",
    ),
    find=find,
)
