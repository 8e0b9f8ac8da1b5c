"""The places in a tree that name another part of it, and the words there that name nothing, each with its cause."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from fingerpost.findings.spelling import closest, is_as_close
from fingerpost.tree.model import UNSURE, Tree

type Path = tuple[str, ...]
type Family = tuple[str, ...]
"""What a word names: `NODE`, `CONSIDERATION`, `QUALITY`, an answer, by `answer_of`, or a value, by `value_of`."""

NODE: Family = ("node",)
CONSIDERATION: Family = ("consideration",)
QUALITY: Family = ("quality",)

_MOST_GUESSES = 100
"""Guesses compare each word with many others, so a tree with very many findings has most of them without one."""


def answer_of(question: str) -> Family:
    """Return the family of the answers to a question."""
    return ("answer", question)


def value_of(quality: str) -> Family:
    """Return the family of the values of a quality."""
    return ("value", quality)


_LISTS: Mapping[str, Family] = {
    "questions": NODE,
    "outcomes": NODE,
    "considerations": CONSIDERATION,
    "qualities": QUALITY,
}
"""The family of the entries of each field of the tree."""

_LISTS_WITHIN: Mapping[tuple[str, str], Callable[[str], Family]] = {
    ("questions", "answers"): answer_of,
    ("qualities", "values"): value_of,
}
"""The family of the entries of a field of each entry, by the entry's id."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names a part of the tree.

    Attributes:
        path: The keys that lead to it in the file.
        family: What it names.
        word: The id that it names.
    """

    path: Path
    family: Family
    word: str


@dataclass(frozen=True, slots=True)
class Cause:
    """The reason why a word names nothing.

    Attributes:
        places: The places that name it.
        known: Another finding explains it.
        definition: The keys that lead to a part that nothing names and whose id is similar: one of them is misspelt.
    """

    places: tuple[Path, ...]
    known: bool
    definition: Path | None


def references(tree: Tree) -> Iterator[Reference]:
    """Yield every place in a tree that names another part of it."""
    if tree.start:
        yield Reference(("start",), NODE, tree.start)
    for question in tree.questions.values():
        for answer in question.answers:
            if answer.go:
                yield Reference(("questions", question.id, "answers", answer.id, "go"), NODE, answer.go)
    for outcome in tree.outcomes.values():
        for number, word in enumerate(outcome.confirm):
            yield Reference(("outcomes", outcome.id, "confirm", str(number)), CONSIDERATION, word)
        for other in outcome.combines:
            yield Reference(("outcomes", outcome.id, "combines", other), NODE, other)
        for quality, rating in outcome.qualities.items():
            path = ("outcomes", outcome.id, "qualities", quality)
            yield Reference(path, QUALITY, quality)
            for number, word in enumerate(rating.values):
                yield Reference((*path, "values", str(number)), value_of(quality), word)
    for scenario in tree.scenarios.values():
        yield from _answers(("scenarios", scenario.id, "answers"), scenario.answers)
        if scenario.expect:
            yield Reference(("scenarios", scenario.id, "expect"), NODE, scenario.expect)
    for conflict in tree.conflicts.values():
        for name, condition in conflict.conditions:
            path = ("conflicts", conflict.id, name)
            yield from _answers((*path, "answers"), condition.answers)
            if condition.outcome is not None:
                yield Reference((*path, "outcome"), NODE, condition.outcome)
    for revision in tree.revised.values():
        yield from _answers(("revised", revision.id, "when"), revision.when)
    for kind, renamed in (("questions", tree.renamed.questions), ("outcomes", tree.renamed.outcomes)):
        for old, new in renamed.items():
            yield Reference(("renamed", kind, old), NODE, new)
    for old, new in tree.renamed.answers.items():
        question, slash, _ = old.partition("/")
        if slash:
            yield Reference(("renamed", "answers", old), NODE, question)
            yield Reference(("renamed", "answers", old), answer_of(question), new)


def _answers(path: Path, answers: Mapping[str, str]) -> Iterator[Reference]:
    for question, answer in answers.items():
        yield Reference((*path, question), NODE, question)
        if answer != UNSURE:
            yield Reference((*path, question), answer_of(question), answer)


def causes(tree: Tree, unknown: Collection[Path]) -> Mapping[tuple[Family, str], Cause]:
    """Return each word that names nothing, by what it should name, with its cause.

    Args:
        tree: The tree.
        unknown: The paths of the parts that could not be read.
    """
    defined = _defined(tree)
    named: dict[Family, set[str]] = {}
    lost: dict[tuple[Family, str], list[Path]] = {}
    for reference in references(tree):
        # The answers of a question that does not exist are not to be found either.
        if reference.family not in defined:
            continue
        named.setdefault(reference.family, set()).add(reference.word)
        if reference.word not in defined[reference.family]:
            lost.setdefault((reference.family, reference.word), []).append(reference.path)
    spare = _spare(tree, unknown)
    unnamed = {
        family: {word: path for word, path in defined[family].items() if word not in named.get(family, ())}
        for family in {family for family, _ in lost}
    }
    found: dict[tuple[Family, str], Cause] = {}
    for number, (key, places) in enumerate(sorted(lost.items(), key=lambda each: -len(each[1]))):
        family, word = key
        known = spare.get(family, 0) > 0
        if known:
            spare[family] -= 1
        guess = None if known or number >= _MOST_GUESSES else closest(word, unnamed[family])
        # An id that is in use is the better guess if it is more similar.
        other = None if guess is None else closest(word, defined[family])
        if guess is not None and other is not None and not is_as_close(word, guess, other):
            guess = None
        definition = None if guess is None else unnamed[family].pop(guess)
        found[key] = Cause(tuple(places), known, definition)
    return found


def _defined(tree: Tree) -> dict[Family, dict[str, Path]]:
    """Return the ids of each family, with their paths."""
    defined: dict[Family, dict[str, Path]] = {
        NODE: {
            **{outcome: ("outcomes", outcome) for outcome in tree.outcomes},
            **{question: ("questions", question) for question in tree.questions},
        },
        CONSIDERATION: {name: ("considerations", name) for name in tree.considerations},
        QUALITY: {name: ("qualities", name) for name in tree.qualities},
    }
    for quality in tree.qualities.values():
        path = ("qualities", quality.id, "values")
        defined[value_of(quality.id)] = {value: (*path, value) for value in quality.values}
    for question in tree.questions.values():
        path = ("questions", question.id, "answers")
        defined[answer_of(question.id)] = {answer.id: (*path, answer.id) for answer in question.answers}
    return defined


def _spare(tree: Tree, unknown: Collection[Path]) -> dict[Family, float]:
    """Return how many words of each family may name parts that could not be read."""
    spare: dict[Family, float] = {NODE: sum(outcome in tree.questions for outcome in tree.outcomes)}
    for path in unknown:
        match path:
            case (kind,) if kind in _LISTS:
                family, count = _LISTS[kind], math.inf
            case (kind, _) if kind in _LISTS:
                family, count = _LISTS[kind], 1
            case (kind, name, field) if (kind, field) in _LISTS_WITHIN:
                family, count = _LISTS_WITHIN[kind, field](name), math.inf
            case (kind, name, field, _) if (kind, field) in _LISTS_WITHIN:
                family, count = _LISTS_WITHIN[kind, field](name), 1
            case _:
                continue
        spare[family] = spare.get(family, 0) + count
        if len(path) == 2:
            spare |= {within(path[1]): math.inf for (kind, _), within in _LISTS_WITHIN.items() if kind == path[0]}
    return spare
