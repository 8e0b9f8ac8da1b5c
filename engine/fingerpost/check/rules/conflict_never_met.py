"""A conflict needs conditions that the answers of some need can meet."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.answers.reasons import reachable_under
from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.tree.model import UNSURE, Tree
from fingerpost.tree.purpose import Condition


def find(subject: Subject) -> Iterator[Fault]:
    """Report the conditions that no answers meet; nothing while the tree has other faults."""
    if not subject.has_ways:
        return
    for conflict in subject.tree.conflicts.values():
        for name, condition in conflict.conditions:
            if _is_known(subject.tree, condition) and not can_be_met(subject.tree, condition):
                yield Fault(
                    ("conflicts", conflict.id, name),
                    "No answers meet this condition.",
                    "Name an outcome that these answers can lead to, and answers that can count together.",
                )


def _is_known(tree: Tree, condition: Condition) -> bool:
    """Return whether every part of a condition exists; other rules report those that do not."""
    return (condition.outcome is None or condition.outcome in tree.outcomes) and all(
        question in tree.questions and (tree.questions[question].answer(answer) is not None or answer == UNSURE)
        for question, answer in condition.answers.items()
    )


def can_be_met(tree: Tree, condition: Condition) -> bool:
    """Return whether some answers can meet a condition.

    "Not sure" lets questions of several branches count together. So each question of the condition has to be reached,
    on any way, and the outcome has to be reached from each of them.
    """
    given = {question: answer for question, answer in condition.answers.items() if answer != UNSURE}
    live = reachable_under(tree, given, tree.start)
    if not live.issuperset(condition.answers):
        return False
    if condition.outcome is None:
        return True
    return all(condition.outcome in reachable_under(tree, given, node) for node in (tree.start, *condition.answers))


RULE = Rule(
    order=476,
    code=Code(
        name="conflict-never-met",
        severity="error",
        meaning="A condition of a conflict names answers that cannot count together, or an outcome that they never "
        "lead to. No plan would show the conflict.",
        fix="Correct the condition, or delete the conflict.",
        wrong='A conflict has `first: {outcome: call, answers: {discussion: "no"}}`, but these answers lead to '
        "`message`.",
    ),
    find=find,
)
