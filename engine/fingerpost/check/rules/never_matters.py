"""A question whose answer can never change the outcome need not be asked."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that lead to one outcome in the end, whatever the answer."""
    if not subject.is_sound:
        return
    # Ways that are not known lead to outcomes of their own here.
    graph = subject.doubts.tree.graph
    for question in subject.tree.questions.values():
        if question.informative:
            continue
        outcome = graph.only_outcomes.get(question.id)
        if outcome in subject.tree.outcomes and len(graph.targets[question.id]) > 1:
            yield Fault(
                ("questions", question.id),
                f"Every answer to the question '{question.id}' leads to '{outcome}' in the end.",
                "Make earlier answers lead there directly, or make one of its answers lead elsewhere.",
                subject.way_to(question.id),
            )


RULE = Rule(
    order=180,
    code=Code(
        name="never-matters",
        severity="warning",
        meaning="Every answer to a question leads to the same outcome in the end.",
        fix="Make earlier answers lead there directly, or make one of its answers lead elsewhere. If it should "
        "be asked all the same, add `informative: true` to it.",
        wrong="A question leads to two others, and each of those only to “A room”.",
    ),
    find=find,
)
