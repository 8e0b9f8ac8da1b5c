"""The renames of a tree, each with the ids that it may lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from fingerpost.check.references import NODE, Family, answer_of
from fingerpost.tree.model import Tree


@dataclass(frozen=True, slots=True)
class Rename:
    """An old id with the present id that replaces it.

    Attributes:
        path: The keys that lead to it in the file.
        family: What it renames.
        noun: The kind of the renamed part, in words.
        old: The old id.
        new: The id that it leads to.
        present: The existing ids of this kind.
        siblings: All renames of this kind (old id: present id).
        lacking: The question that a renamed answer names, if there is no such question.
    """

    path: tuple[str, ...]
    family: Family
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
            yield Rename(
                path, answer_of(question_id), f"answer of '{question_id}'", old, new, present, siblings, lacking
            )


def _nodes(noun: str, path: tuple[str, ...], siblings: Mapping[str, str], present: Collection[str]) -> Iterator[Rename]:
    for old, new in siblings.items():
        yield Rename((*path, old), NODE, noun, old, new, present, siblings)
