"""Answers to all questions of a tree at once, for programs that take them all: every combination, or a sample."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, product
from math import prod
from random import Random

from fingerpost.answers.position import position
from fingerpost.tree.model import Tree
from fingerpost.tree.ways import ways


def combinations(tree: Tree, most: int = 400) -> list[dict[str, str]]:
    """Return every combination of answers to the questions, or as many as asked for: each edge taken, then at random.

    A sample takes each answer of each question at least once on a way that reaches it, and is the same each time.
    """
    choices = {question.id: [answer.id for answer in question.answers] for question in tree.questions.values()}
    if prod(len(answers) for answers in choices.values()) <= most:
        return [dict(zip(choices, taken, strict=True)) for taken in product(*choices.values())]
    random = Random(tree.id)  # noqa: S311 - the same sample each time

    def filled(taken: dict[str, str]) -> dict[str, str]:
        return {question: taken.get(question) or random.choice(answers) for question, answers in choices.items()}

    edges = _each_edge(tree)
    listed = (dict(way.answers) for way in islice(ways(tree), most))
    at_random: Iterator[dict[str, str]] = ({} for _ in range(most))
    found = {tuple(filled(taken).items()): None for taken in chain(edges, islice(listed, most // 2), at_random)}
    return [dict(taken) for taken in islice(found, max(most, sum(map(len, choices.values()))))]


def outcome_of(tree: Tree, answers: dict[str, str]) -> str:
    """Return the outcome that answers to all questions lead to."""
    (outcome,) = position(tree, answers).reached
    return outcome


def _each_edge(tree: Tree) -> Iterator[dict[str, str]]:
    """Yield for each answer of the tree the answers of a way to it, and the answer."""
    for question in tree.graph.order:
        before = tree.graph.way_to(question)
        for answer in tree.questions[question].answers:
            yield {**before, question: answer.id}
