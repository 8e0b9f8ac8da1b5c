"""Compares the parts of two editions, following the format table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from fingerpost.compare.fields import content
from fingerpost.compare.matching import Matching
from fingerpost.compare.parts import Differences, Part, Rename, Reroute, Rewording
from fingerpost.tree.format import ANSWER, CONSIDERATION, OUTCOME, QUESTION, SCENARIO, TREE
from fingerpost.tree.model import Tree
from fingerpost.tree.shape import Entries, Field, Kind, Record, texts_of

PARTS: Final = (QUESTION, ANSWER, OUTCOME, CONSIDERATION, SCENARIO)
"""The records that are compared entry by entry. Any other is compared as one text of the part that contains it."""

NOT_COMPARED: Final = ("format", "id", "edition", "renamed")
"""Fields of a tree that are not compared: they name the edition, or match its parts with those of another."""

_ROUTES: Final = (Kind.QUESTION, Kind.ROUTE)


def differences(old: Tree, new: Tree, matching: Matching) -> Differences:
    """Return the parts of two editions that differ.

    Args:
        old: The old edition.
        new: The new edition.
        matching: The present ids of the old edition's parts.
    """
    comparison = _Comparison(matching)
    comparison.compare_fields(TREE, new.id, old, new)
    return comparison.found


@dataclass(frozen=True, slots=True)
class _Comparison:
    """One comparison of two editions.

    Attributes:
        matching: The present ids of the old edition's parts.
        found: The differences so far.
    """

    matching: Matching
    found: Differences = field(default_factory=Differences)

    def compare_fields(self, record: Record, part: str, before: object, after: object) -> None:
        """Compare two versions of a part, and then the parts inside it.

        Args:
            record: The shape of the part.
            part: Its present id; that of an answer follows its question's and a slash.
            before: The part in the old edition.
            after: The part in the new edition.
        """
        inside: list[tuple[Field, Record]] = []
        for each in record.fields:
            if record is TREE and each.name in NOT_COMPARED:
                continue
            if isinstance(each.kind, Entries) and each.kind.value in PARTS:
                inside.append((each, each.kind.value))
            elif each.kind in _ROUTES:
                self._compare_route(record, part, getattr(before, each.name), getattr(after, each.name))
            else:
                was, now = content(before, record, each, self.matching), content(after, record, each, _AS_IT_IS)
                if was.compared != now.compared:
                    self.found.reworded.append(Rewording(record.noun, part, each.name, was.shown, now.shown))
        for each, shape in inside:
            owner = "" if record is TREE else part
            self._compare_entries(shape, owner, list(_parts(before, each)), list(_parts(after, each)))

    def _compare_route(self, record: Record, part: str, before: str, after: str) -> None:
        present = self.matching.present(before, Kind.ROUTE)
        if present != after:
            question, answer = (None, None) if record is TREE else part.split("/")
            self.found.rerouted.append(Reroute(question, answer, present, after))

    def _compare_entries(self, record: Record, owner: str, old: list[Any], new: list[Any]) -> None:
        """Compare the parts of one kind.

        Args:
            record: Their shape.
            owner: For answers, the present id of their question; otherwise empty.
            old: Those of the old edition.
            new: Those of the new edition.
        """
        prefix = f"{owner}/" if owner else ""
        before_of = {self._present(record, owner, part.id): part for part in old}
        now_of = {part.id: part for part in new}
        for now, before in before_of.items():
            if before.id != now:
                self.found.renamed.append(Rename(record.noun, prefix + before.id, prefix + now))
            if now not in now_of:
                self.found.removed.append(Part(record.noun, prefix + now, _first_text(before, record)))
        for now, after in now_of.items():
            before = before_of.get(now)
            if before is None:
                self.found.added.append(Part(record.noun, prefix + now, _first_text(after, record)))
            # Most parts are unchanged: comparing the whole first saves comparing each field.
            elif before != after:
                self.compare_fields(record, prefix + now, before, after)

    def _present(self, record: Record, owner: str, part_id: str) -> str:
        if record is ANSWER:
            return self.matching.answer(owner, part_id)
        return self.matching.present(part_id, _REFERENCES.get(record.noun))


_AS_IT_IS: Final = Matching({}, {}, {})
"""The matching of the new edition, whose ids are the present ones."""

_REFERENCES: Final = {QUESTION.noun: Kind.QUESTION, OUTCOME.noun: Kind.OUTCOME}
"""The kind of a reference to a part, if a new edition can rename the part."""


def _parts(part: object, each: Field) -> Iterator[Any]:
    value = getattr(part, each.name)
    yield from value if isinstance(value, tuple) else value.values()


def _first_text(part: object, record: Record) -> str:
    """Return the first text of a part, in the order of the format: its title or what it asks."""
    texts = (getattr(part, each.name) for each in texts_of(record))
    return next(text.plain for text in texts if text is not None)
