"""The steps of an outcome in their groups, and whether a step is past the day by which somebody should review it."""

from __future__ import annotations

from fingerpost.text.markup import Text
from fingerpost.tree.model import Step, Tree


def steps_of(tree: Tree, outcome_id: str) -> list[tuple[Text, list[Step]]]:
    """Return each group that has steps of an outcome, by its name, with the steps in the outcome's order.

    Args:
        tree: The tree.
        outcome_id: Id of the outcome.
    """
    steps = [tree.steps[name] for name in tree.outcomes[outcome_id].steps if name in tree.steps]
    groups = [(name, [step for step in steps if step.group == group]) for group, name in tree.groups.items()]
    return [(name, listed) for name, listed in groups if listed]


def is_overdue(step: Step, date: str) -> bool:
    """Return whether a step was due for review before a day; not if the day is not known.

    Args:
        step: The step.
        date: The day as `YYYY-MM-DD`; empty if it is not known.
    """
    return bool(date) and step.review_by is not None and step.review_by < date
