"""A test of scenarios that several rules need."""

from __future__ import annotations

from fingerpost.tree.model import UNSURE, Scenario, Tree


def answers_exist(tree: Tree, scenario: Scenario) -> bool:
    """Return whether the tree has all the answers of a scenario."""
    return tree.start in tree.questions and all(
        question in tree.questions and (answer == UNSURE or tree.questions[question].answer(answer) is not None)
        for question, answer in scenario.answers.items()
    )
