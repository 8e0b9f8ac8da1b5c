"""Writes questions and outcomes from the branchings of a DMN file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fingerpost.importing.dmn.branches import Branching, Leaf, Target
from fingerpost.importing.dmn.model import Model, QuestionWords, Words
from fingerpost.importing.format import Draft
from fingerpost.importing.ids import Ids
from fingerpost.importing.markdown import as_markdown
from fingerpost.tree.model import FORMAT, RESERVED, UNSURE, is_edition

_BOOLEANS: Final = {"true": ("yes", "Yes"), "false": ("no", "No")}
_NO_RULE: Final = ("no-rule", "No rule applies")
_NONE: Final = QuestionWords("", "", "", {})
_UNTITLED: Final = "Imported tree"


def draft_of(model: Model, branchings: list[Branching], start: int) -> Draft:
    """Return the tree of a file.

    Args:
        model: The file.
        branchings: Its branchings by their numbers.
        start: The number of the first.
    """
    words = model.words
    nodes = _Nodes(words, branchings, start)
    title = model.name if words.tree else model.start.label
    edition = words.tree.get("edition", "")
    return {
        "format": FORMAT,
        "id": Ids().new(words.tree.get("id") or title, "imported"),
        "title": as_markdown(title) or _UNTITLED,
        "edition": edition if is_edition(edition) else "1",
        **({"source": {name: text for name, text in words.source.items() if text}} if words.source else {}),
        "start": nodes.id_of(start),
        "questions": nodes.questions(),
        "outcomes": nodes.outcomes(),
    }


class _Nodes:
    """The questions and outcomes that a branching leads to, each with an id."""

    def __init__(self, words: Words, branchings: list[Branching], start: int) -> None:
        self._words = words
        self._branchings = branchings
        ids = Ids(RESERVED)
        self._questions = {
            number: ids.new(words.questions.get(name, _NONE).id or name, "question")
            for number in self._in_order(start)
            for name in (branchings[number].column.name,)
        }
        targets = [target for number in self._questions for target in branchings[number].targets]
        leaves = dict.fromkeys(target for target in targets if isinstance(target, Leaf))
        rank = {name: number for number, name in enumerate(words.outcomes)}
        self._outcomes = {
            leaf: ids.new(leaf.value.text if leaf.value else _NO_RULE[0], "outcome")
            for leaf in sorted(leaves, key=lambda leaf: rank.get(leaf.value.text if leaf.value else "", len(rank)))
        }

    def id_of(self, target: Target) -> str:
        """Return the id of a node."""
        return self._questions[target] if isinstance(target, int) else self._outcomes[target]

    def questions(self) -> Draft:
        """Return the questions by id."""
        return {name: self._question(number) for number, name in self._questions.items()}

    def outcomes(self) -> Draft:
        """Return the outcomes by id."""
        return {name: {"title": self._title(leaf)} for leaf, name in self._outcomes.items()}

    def _in_order(self, start: int) -> list[int]:
        """Return the branchings that the start leads to: in the order of our own tree, otherwise as they are met."""
        met = {start: None}
        for number in (waiting := [start]):
            new = [target for target in self._branchings[number].targets if isinstance(target, int)]
            waiting += [target for target in dict.fromkeys(new) if target not in met]
            met |= dict.fromkeys(new)
        rank = {name: number for number, name in enumerate(self._words.questions)}
        return sorted(met, key=lambda number: rank.get(self._branchings[number].column.name, len(rank)))

    def _question(self, number: int) -> Draft:
        branching = self._branchings[number]
        column = branching.column
        words = self._words.questions.get(column.name, _NONE)
        ask = as_markdown(words.ask or column.label) or column.name
        return {
            "ask": ask,
            **({"short": as_markdown(words.short)} if words.short else {}),
            "answers": dict(self._answers(branching, words)),
        }

    def _answers(self, branching: Branching, words: QuestionWords) -> Iterator[tuple[str, Draft]]:
        ids = Ids((UNSURE,))
        for value, target in zip(branching.column.values, branching.targets, strict=True):
            name, label = _BOOLEANS[value.text] if value.kind == "boolean" else (value.text, value.text)
            label = words.answers.get(value.text) or label
            yield ids.new(name, "answer"), {"label": as_markdown(label) or "(empty)", "go": self.id_of(target)}

    def _title(self, leaf: Leaf) -> str:
        if leaf.value is None:
            return _NO_RULE[1]
        return as_markdown(self._words.outcomes.get(leaf.value.text) or leaf.value.text) or "(empty)"
