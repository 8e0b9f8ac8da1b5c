"""Finds an id in a tree that names nothing, and questions that lead back to themselves.

The rules of `check` report all of these to an author, with places and guesses. The browser has no rules, and only needs
to know that what it was given can be followed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from fingerpost.tree.model import UNSURE, Outcome, Tree

type _Names = tuple[str, Collection[str], Collection[str]]
"""A place, the ids that it names, and those that it can name."""


def dangling(tree: Tree) -> str | None:
    """Return the first fault of a tree that would stop somebody who follows it, as a sentence without a full stop.

    Args:
        tree: A tree whose values have the right form.

    Returns:
        The sentence; None for a tree that is whole.
    """
    nodes = {*tree.questions, *tree.outcomes}
    if len(nodes) < len(tree.questions) + len(tree.outcomes):
        return "a question and an outcome have the same id"
    for place, named, known in _names(tree, nodes):
        for word in named:
            if word not in known:
                return f"{place} names '{word}', which is not there"
    if len(tree.graph.order) < len(tree.questions):
        return "its questions lead back to themselves"
    return None


def _names(tree: Tree, nodes: Collection[str]) -> Iterator[_Names]:
    yield "start", (tree.start,), tree.questions
    for question in tree.questions.values():
        yield f"questions/{question.id}", [answer.go for answer in question.answers], nodes
    for outcome in tree.outcomes.values():
        yield from _names_of_outcome(tree, outcome)
    for step in tree.steps.values():
        yield f"steps/{step.id}", (step.group,), tree.groups
    for conflict in tree.conflicts.values():
        for _, condition in conflict.conditions:
            place = f"conflicts/{conflict.id}"
            yield place, () if condition.outcome is None else (condition.outcome,), tree.outcomes
            yield from _answers(tree, place, condition.answers)
    for scenario in tree.scenarios.values():
        place = f"scenarios/{scenario.id}"
        yield place, (scenario.expect,), tree.outcomes
        yield from _answers(tree, place, scenario.answers)
    for case in tree.use_cases.values():
        yield f"use_cases/{case.id}", case.scenarios, tree.scenarios
    for revision in tree.revised.values():
        yield from _answers(tree, f"revised/{revision.id}", revision.when)
    yield from _renamed(tree)


def _names_of_outcome(tree: Tree, outcome: Outcome) -> Iterator[_Names]:
    place = f"outcomes/{outcome.id}"
    yield place, outcome.confirm, tree.considerations
    yield place, outcome.otherwise, tree.considerations
    yield place, outcome.combines, tree.outcomes
    yield place, outcome.steps, tree.steps
    yield place, outcome.qualities, tree.qualities
    for name, rating in outcome.qualities.items():
        yield f"{place}/qualities/{name}", rating.values, tree.qualities[name].values


def _answers(tree: Tree, place: str, answers: Mapping[str, str]) -> Iterator[_Names]:
    yield place, answers, tree.questions
    for question, answer in answers.items():
        yield f"{place}/{question}", (answer,), _answers_to(tree, question)


def _answers_to(tree: Tree, question: str) -> Collection[str]:
    return {UNSURE, *(answer.id for answer in tree.questions[question].answers)}


def _renamed(tree: Tree) -> Iterator[_Names]:
    yield "renamed/questions", tree.renamed.questions.values(), tree.questions
    yield "renamed/outcomes", tree.renamed.outcomes.values(), tree.outcomes
    for old, new in tree.renamed.answers.items():
        question = old.partition("/")[0]
        yield "renamed/answers", (question,), tree.questions
        yield f"renamed/answers/{old}", (new,), _answers_to(tree, question)
