"""The renames of a tree, each with what it may lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from fingerpost.tree.model import Tree


@dataclass(frozen=True, slots=True)
class Rename:
    """An old id that leads to a present one.

    Attributes:
        path: The keys that lead to it in the file.
        noun: The kind of thing that is renamed.
        old: The old id.
        new: The id that it leads to.
        present: The ids of this kind that exist.
        siblings: All renames of this kind: old id to present id.
        lacking: The question that an answer is said to belong to, where there is no such question.
    """

    path: tuple[str, ...]
    noun: str
    old: str
    new: str
    present: Collection[str]
    siblings: Mapping[str, str]
    lacking: str | None = None


def renames(tree: Tree) -> Iterator[Rename]:
    """Yield the renames of questions, outcomes and answers."""
    yield from _nodes("question", ("renamed", "questions"), tree.renamed.questions, tree.questions)
    yield from _nodes("outcome", ("renamed", "outcomes"), tree.renamed.outcomes, tree.outcomes)
    by_question: dict[str, dict[str, str]] = {}
    for key, new in tree.renamed.answers.items():
        question_id, slash, old = key.partition("/")
        if slash:
            by_question.setdefault(question_id, {})[old] = new
    for question_id, siblings in by_question.items():
        question = tree.questions.get(question_id)
        present = [] if question is None else [answer.id for answer in question.answers]
        lacking = question_id if question is None else None
        for old, new in siblings.items():
            path = ("renamed", "answers", f"{question_id}/{old}")
            yield Rename(path, f"answer of '{question_id}'", old, new, present, siblings, lacking)


def _nodes(noun: str, path: tuple[str, ...], siblings: Mapping[str, str], present: Collection[str]) -> Iterator[Rename]:
    for old, new in siblings.items():
        yield Rename((*path, old), noun, old, new, present, siblings)
