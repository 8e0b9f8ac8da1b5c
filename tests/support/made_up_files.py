"""Tree files with made-up values for every field in the table of the format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from hypothesis import strategies as st

from fingerpost.source import Reading, read_source
from fingerpost.tree.format import OLD_ANSWER_PATTERN, OUTCOME, QUESTION, TREE
from fingerpost.tree.model import FORMAT, FURTHER_FORMS, Tree
from fingerpost.tree.shape import Entries, Field, Items, Kind, Record, records_in, texts_of

type File = dict[str, Any]

FIELDS = tuple((record, field) for record in records_in(TREE) for field in record.fields)
"""Every field of the format, with the record that it belongs to."""

# A complete file has about a hundred texts, so each is drawn as little more than a number.
_NAME = st.integers(0, 999).map("n{}".format)
_WORDS = st.builds(str.format, st.sampled_from(("{}", "a {}", "É{}ß 中")), _NAME)
_LABEL = st.builds(str.format, st.sampled_from(("{}", "{}?", "*{}* b", "c/{}", "{} & `<d>`")), _NAME)
_INLINE = st.builds(str.format, st.sampled_from(("{}", "*{}* e", "see [{0}](https://example.org/{0})")), _NAME)
_BLOCK = st.builds(str.format, st.sampled_from(("{}", "f\n\n- {}\n- g", "see [{0}](https://example.org/{0})")), _NAME)

_VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.FORMAT: st.just(FORMAT),
    Kind.ID: _NAME,
    Kind.ANSWER: st.sampled_from(("a0", "a1")),
    Kind.EDITION: _NAME.map("{}.1".format),
    Kind.WORDS: _WORDS,
    Kind.LABEL: _LABEL,
    Kind.INLINE: _INLINE,
    Kind.INLINE_OR_FALSE: st.one_of(st.just(value=False), _INLINE),
    Kind.BLOCK: _BLOCK,
    Kind.FLAG: st.booleans(),
    Kind.PAGE: _NAME.map("pages/{}.md".format),
    Kind.URL: _NAME.map("https://example.org/{}".format),
    Kind.DATE: st.dates().map(date.isoformat),
    Kind.FORM: st.sampled_from(FURTHER_FORMS),
    Kind.DIAGRAM: _NAME.map("participant A as {}".format),
}

_LETTERS = {
    Kind.QUESTION: "q",
    Kind.OUTCOME: "o",
    Kind.CONSIDERATION: "c",
    Kind.QUALITY: "y",
    Kind.VALUE: "v",
    Kind.GROUP: "g",
    Kind.STEP: "s",
    Kind.SCENARIO: "n",
}
_NAMED = {
    "consideration": Kind.CONSIDERATION,
    "quality": Kind.QUALITY,
    "value": Kind.VALUE,
    "group": Kind.GROUP,
    "step": Kind.STEP,
    "scenario": Kind.SCENARIO,
}
"""The kind of reference that names the entries of a noun. Questions and outcomes are made in an order of their own."""


@dataclass(frozen=True)
class FileMaker:
    """Draws the values of one file.

    Attributes:
        draw: Hypothesis's function for drawing values.
        whole: Whether every field has a value; otherwise optional fields may be missing.
        ids: The ids of the parts that references can name.
        named: The kinds of the references that were drawn.
    """

    draw: st.DrawFn
    whole: bool
    ids: dict[Kind, list[str]] = field(default_factory=dict[Kind, list[str]])
    named: set[Kind] = field(default_factory=set[Kind])

    def file(self) -> File:
        """Return a tree file without a cycle, in which every reference names an existing part."""
        for kind, letter in _LETTERS.items():
            self.ids[kind] = [f"{letter}{number}" for number in range(self.draw(st.integers(2, 3)))]
        self.ids[Kind.ROUTE] = list(self.ids[Kind.OUTCOME])
        values = self.record(TREE)
        while missing := [each for each in TREE.fields if each.name not in values and self._is_named(each)]:
            values |= {each.name: self.value(each.kind) for each in missing}
        return values

    def record(self, record: Record) -> File:
        """Return the fields of a record."""
        values: File = {}
        for each in record.fields:
            if self.whole or each.required or self.draw(st.booleans()):
                values[each.name] = self.own_texts(record, values) if each.lists_own_texts else self.value(each.kind)
        return values

    def own_texts(self, record: Record, values: File) -> list[str]:
        """Return the names of some of a record's texts."""
        names: list[str] = []
        for each in texts_of(record):
            value = values.get(each.name, False)
            if value is not False:
                names += [f"{each.name}/{key}" for key in value] if isinstance(each.kind, Entries) else [each.name]
        return [name for name in names if self.draw(st.booleans())]

    def value(self, kind: Kind | Record | Entries | Items) -> object:
        """Return a value of a field."""
        match kind:
            case Record():
                return self.record(kind)
            case Items():
                return list(dict.fromkeys(self.value(kind.value) for _ in range(self.draw(st.integers(1, 2)))))
            case Entries():
                return {key: self.value(kind.value) for key in self._keys(kind)}
            case Kind():
                self.named.add(kind)
                return self.draw(st.sampled_from(self.ids[kind]) if kind in self.ids else _VALUES[kind])

    def other(self, value: object, kind: Kind | Record | Entries | Items) -> object:
        """Return another value of a field, without drawing."""
        was = cast("Any", value)
        match kind:
            case Record():
                first = kind.fields[0]
                return {**was, first.name: self.other(was[first.name], first.kind)}
            case Items():
                return was[:-1] if len(was) > 1 else [self.other(was[0], kind.value)]
            case Entries():
                key = next(iter(was))
                return {**was, key: self.other(was[key], kind.value)}
            case Kind.ANSWER:
                return "a1" if was == "a0" else "a0"
            case Kind.INLINE_OR_FALSE:
                return "More." if was is False else f"{was}x"
            case Kind.FLAG:
                return not was
            case Kind.PAGE:
                return f"more/{was}"
            case Kind.FORM:
                return next(name for name in FURTHER_FORMS if name != was)
            case Kind.DATE:
                return "2001-01-02" if was == "2001-01-01" else "2001-01-01"
            case Kind() if kind in self.ids:
                return next(name for name in self.ids[kind] if name != was)
            case Kind():
                return f"{was}x"

    def _keys(self, kind: Entries) -> Iterator[str]:
        if kind.value is QUESTION:
            # Made in reverse order, so that answers lead only to questions that have already been made.
            for name in reversed(self.ids[Kind.QUESTION]):
                yield name
                self.ids[Kind.ROUTE].append(name)
            self.ids[Kind.ROUTE] = list(self.ids[Kind.OUTCOME])
        elif kind.value is OUTCOME:
            yield from self.ids[Kind.OUTCOME]
        elif kind.noun in _NAMED:
            yield from self.ids[_NAMED[kind.noun]]
        elif kind.listed:
            yield from ("a0", "a1")
        elif kind.keys is OLD_ANSWER_PATTERN:
            yield f"q0/{self.draw(_NAME)}"
        elif isinstance(kind.keys, re.Pattern):
            yield self.draw(_NAME)
        else:
            self.named.add(kind.keys)
            yield from self.draw(st.lists(st.sampled_from(self.ids[kind.keys]), unique=True, min_size=1))

    def _is_named(self, each: Field) -> bool:
        """Return whether a field of the tree has parts that a reference names."""
        return isinstance(each.kind, Entries) and _NAMED.get(each.kind.noun) in self.named


@st.composite
def files(draw: st.DrawFn) -> File:
    """Draw a tree file; optional fields may be missing."""
    return FileMaker(draw, whole=False).file()


@st.composite
def whole_files(draw: st.DrawFn) -> tuple[FileMaker, File]:
    """Draw a file with every field, and the maker that can give them other values."""
    maker = FileMaker(draw, whole=True)
    return maker, maker.file()


def with_a_change(maker: FileMaker, file: File, record: Record, each: Field) -> File:
    """Return a complete file with another value in one field of one record."""
    after = deepcopy(file)
    part = next(part for shape, part in records_of(after) if shape is record)
    if each.lists_own_texts:
        text = next(texts_of(record)).name
        part[each.name] = [text, *part[each.name]] if text not in part[each.name] else part[each.name][1:]
    else:
        part[each.name] = maker.other(part[each.name], each.kind)
    return after


def records_of(values: File, record: Record = TREE) -> Iterator[tuple[Record, File]]:
    """Yield every record of a file with its shape, each before those inside it."""
    yield record, values
    for each in record.fields:
        value = values.get(each.name)
        match each.kind:
            case Record() if value is not None:
                yield from records_of(value, each.kind)
            case Entries(value=Record() as shape):
                for part in (value or {}).values():
                    yield from records_of(part, shape)
            case _:
                pass


def reading_of(file: File) -> Reading:
    """Read a file as a tree; as YAML includes JSON, the file is written as JSON."""
    return read_source(json.dumps(file, ensure_ascii=False).encode(), "tree.yml")


def tree_of_file(file: File) -> Tree:
    """Return the tree of a file that has no faults."""
    reading = reading_of(file)
    assert reading.findings == ()
    assert reading.tree is not None
    return reading.tree
