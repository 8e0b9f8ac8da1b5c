"""The subject of every rule: one tree, the positions of its parts, and facts that several rules need."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from fingerpost.check.days import today
from fingerpost.check.doubts import Doubts, doubts_of
from fingerpost.check.fault import Fault
from fingerpost.check.orphans import orphans
from fingerpost.check.references import Cause, Family, causes
from fingerpost.findings.finding import Place
from fingerpost.findings.spelling import did_you_mean
from fingerpost.text.addresses import addresses_in, is_relative
from fingerpost.tree.cycles import find_cycles
from fingerpost.tree.model import Tree
from fingerpost.tree.texts import texts_in

_NOWHERE = Place("tree", 1, 1)


@dataclass
class Subject:
    """A tree under check.

    Attributes:
        tree: The tree, which may be broken.
        places: The positions of its parts, as the reader returns them.
        docs_dir: The documentation folder, or None if pages are not checked.
        folder: The folder of the tree file, relative to the documentation folder.
        unknown: The paths of the parts that could not be read.
        each_way: Whether each way without a scenario is a finding of its own.
        date: The day of the check, as `YYYY-MM-DD`.
    """

    tree: Tree
    places: Mapping[tuple[str, ...], Place]
    docs_dir: Path | None
    folder: str = "."
    unknown: Collection[tuple[str, ...]] = ()
    each_way: bool = False
    date: str = field(default_factory=today)
    # A tree with very many findings, each with a very long way, must not fill the memory: past these limits, findings
    # have no way and no guess.
    _steps_left: int = field(default=500_000, init=False)
    _guesses_left: int = field(default=100, init=False)

    def place(self, path: tuple[str, ...]) -> Place:
        """Return the position of the part of the tree with this path, or of the part that contains it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, _NOWHERE)

    def guess(self, word: str, known: Collection[str], otherwise: str) -> str:
        """Return a hint that names the most similar known word, or the other hint if none is similar."""
        self._guesses_left -= 1
        return (did_you_mean(word, known) if self._guesses_left >= 0 else None) or otherwise

    def unresolved(
        self,
        fault: Fault,
        family: Family,
        word: str,
        known: Collection[str],
    ) -> Iterator[Fault]:
        """Yield the finding about a word that names nothing, once and at its cause; none if another explains it.

        Args:
            fault: The fault at one of the places that name it, with the hint to give if no known word is similar.
            family: What the word should name.
            word: The word.
            known: The ids that it could be.
        """
        cause = self.causes.get((family, word))
        if cause is None:
            # It names a part of another kind.
            yield replace(fault, hint=self.guess(word, known, fault.hint))
            return
        first = min(cause.places, key=self._order)
        if cause.known or fault.path != first:
            return
        count = len(cause.places)
        if cause.definition is None:
            message = fault.message if count == 1 else f"{fault.message} {count} places name it."
            yield replace(fault, message=message, hint=self.guess(word, known, fault.hint))
        elif count == 1:
            line = self.place(cause.definition).line
            yield replace(fault, hint=f"Did you mean '{cause.definition[-1]}', which is on line {line}?")
        else:
            present = cause.definition[-1]
            message = f"Nothing names '{present}', but {count} places name '{word}', which does not exist."
            hint = (
                f"Write '{word}' here, or '{present}' in those places; the first is on line {self.place(first).line}."
            )
            yield Fault(cause.definition, message, hint, fault.answers)

    def is_lost(self, kind: str, name: str) -> bool:
        """Return whether a part may be one of those that could not be read."""
        return not {(kind,), (kind, name)}.isdisjoint(self.unknown)

    def is_incomplete(self, *path: str) -> bool:
        """Return whether the part with this path, or anything in it, could not be read."""
        return any(each[: len(path)] == path for each in self.unknown)

    def _order(self, path: tuple[str, ...]) -> tuple[int, int]:
        place = self.place(path)
        return place.line, place.column

    @cached_property
    def causes(self) -> Mapping[tuple[Family, str], Cause]:
        """The words that name nothing, each with its cause."""
        return causes(self.tree, self.unknown)

    @cached_property
    def doubts(self) -> Doubts:
        """The parts of the tree whose meaning is not known."""
        closing = [(cycle[-1], self.closing_answer(cycle)) for cycle in self.cycles]
        return doubts_of(self.tree, self.unknown, closing)

    def closing_answer(self, cycle: list[str]) -> str:
        """Return the answer that closes a cycle."""
        return next(answer.id for answer in self.tree.questions[cycle[-1]].answers if answer.go == cycle[0])

    @cached_property
    def orphans(self) -> Mapping[str, list[str]]:
        """The nodes that no answers lead to, with those that only follow them; without those that faults explain."""
        if self.tree.start not in self.tree.questions or self.doubts.anywhere:
            return {}
        misread = [path[1] for path in self.unknown if path[0] in ("questions", "outcomes") and len(path) == 2]
        return orphans(self.tree.graph, self.nodes, (*self.doubts.words, *misread))

    def way_to(self, node: str) -> Mapping[str, str] | None:
        """Return the answers that lead to a node, or None if none do."""
        if node not in self.reached or self._steps_left <= 0:
            return None
        way = self.tree.graph.way_to(node)
        self._steps_left -= len(way)
        return way

    def way_through(self, question_id: str, answer_id: str) -> Mapping[str, str] | None:
        """Return the answers that lead to a question, and then this answer to it."""
        way = self.way_to(question_id)
        return None if way is None else {**way, question_id: answer_id}

    @property
    def reached(self) -> Collection[str]:
        """The nodes that can be reached from the start."""
        return self.tree.graph.first_steps.keys()

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """The ids of all questions and outcomes."""
        return (*self.tree.questions, *self.tree.outcomes)

    @cached_property
    def pages(self) -> list[str]:
        """The Markdown files in the documentation folder, as paths below it."""
        if self.docs_dir is None:
            return []
        return [file.relative_to(self.docs_dir).as_posix() for file in sorted(self.docs_dir.rglob("*.md"))]

    @cached_property
    def links(self) -> list[tuple[tuple[str, ...], str]]:
        """The links and pictures in the texts that lead to the site: the keys of the text, and the address."""
        return [
            (path, address)
            for path, _, text in texts_in(self.tree)
            for address in dict.fromkeys(addresses_in(text.html))
            if is_relative(address)
        ]

    @cached_property
    def cycles(self) -> list[list[str]]:
        """The cycles of the tree."""
        return find_cycles(self.tree)

    @cached_property
    def has_ways(self) -> bool:
        """Whether every way is known and leads from the start to an outcome; only then can ways be counted."""
        return self.is_sound and not self.doubts.stand_ins and not self.doubts.anywhere

    @cached_property
    def is_sound(self) -> bool:
        """Whether every way leads from the start to an outcome or to a part that is not known."""
        tree = self.doubts.tree
        return (
            tree.start in tree.questions
            and tree.questions.keys().isdisjoint(tree.outcomes)
            and not self.cycles
            and all(len(question.answers) > 1 for question in tree.questions.values())
        )
