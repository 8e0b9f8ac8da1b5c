"""The building blocks of the tree format: fields, records, entries by id, lists, and kinds of value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

ID_PATTERN: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The form of every id: ids are used in links, in HTML and in file names."""

DAY_PATTERN: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
"""The form of a day; the reader of tree files also knows the lengths of the months."""


class Kind(Enum):
    """The kinds of a single value, each with its name in the format reference."""

    FORMAT = "the number of the format"
    ID = "an id"
    ROUTE = "the id of a question or an outcome"
    QUESTION = "the id of a question"
    ANSWER = "the id of an answer"
    OUTCOME = "the id of an outcome"
    CONSIDERATION = "the id of a consideration"
    QUALITY = "the id of a quality"
    VALUE = "the id of a value of the quality"
    GROUP = "the id of a group of steps"
    STEP = "the id of a step"
    SCENARIO = "the id of a scenario"
    EDITION = "an edition"
    WORDS = "text without markup"
    LABEL = "one line of Markdown without links"
    INLINE = "one paragraph of Markdown"
    BLOCK = "Markdown"
    INLINE_OR_FALSE = "one paragraph of Markdown, or false"
    FLAG = "true or false"
    PAGE = "the path of a page"
    URL = "an address that begins with https:// or http://"
    DATE = "a day, such as `2026-05-01`"
    DIAGRAM = "a sequence diagram, as text"
    FORM = "the name of a further form of the record"
    OWN = "the name of a text field beside it, or `combines/` and an id for one combination"


REFERENCES: Final = (
    Kind.ROUTE,
    Kind.QUESTION,
    Kind.ANSWER,
    Kind.OUTCOME,
    Kind.CONSIDERATION,
    Kind.QUALITY,
    Kind.VALUE,
    Kind.GROUP,
    Kind.STEP,
    Kind.SCENARIO,
)
"""The kinds that name another part of the tree."""

PROSE: Final = (Kind.LABEL, Kind.INLINE, Kind.INLINE_OR_FALSE, Kind.BLOCK)
"""The kinds that are Markdown; the model holds each as a `Text`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    Attributes:
        name: Its key in the file, and the name of the model's attribute.
        kind: The kind or shape of its value.
        description: Its purpose, in a sentence that editors and the format reference show.
        required: A tree can't be published without it.
        switch: The model's attribute that is False if the file has `false` instead of a text.
    """

    name: str
    kind: Kind | Record | Entries | Items
    description: str
    required: bool = False
    switch: str | None = None

    @property
    def in_model(self) -> bool:
        """Whether the model has an attribute for it.

        The format version is the same for every tree, and each text records whether it is the author's own.
        """
        return self.kind is not Kind.FORMAT and not self.lists_own_texts

    @property
    def lists_own_texts(self) -> bool:
        """Whether it lists the texts of its record that are not the source's."""
        return isinstance(self.kind, Items) and self.kind.value is Kind.OWN


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with fields of fixed names.

    Attributes:
        noun: Its name in messages.
        model: Its model class, which also has an `id` if the record is an entry.
        fields: Its fields, in the order of the reference and of the compiled tree.
    """

    noun: str
    model: type[Any]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping from ids that the author writes to values of one kind.

    Attributes:
        noun: The name of one entry in messages.
        value: The kind or shape of each value.
        keys: The form of the keys, or the kind of the parts that they name.
        reserved: Keys that have a meaning of their own and can't be used.
        least: The smallest number of entries.
        listed: The model holds them as a tuple, not as a mapping.
    """

    noun: str
    value: Kind | Record
    keys: re.Pattern[str] | Kind = ID_PATTERN
    reserved: tuple[str, ...] = ()
    least: int = 0
    listed: bool = False

    def may_be_key(self, word: str) -> bool:
        """Return whether a word has the form of a key."""
        pattern = self.keys if isinstance(self.keys, re.Pattern) else ID_PATTERN
        return pattern.fullmatch(word) is not None


@dataclass(frozen=True, slots=True)
class Items:
    """A list of values of one kind.

    Attributes:
        value: The kind of each value.
    """

    value: Kind


def texts_of(record: Record) -> Iterator[Field]:
    """Yield the fields of a record that hold Markdown: a single text, or one for each entry."""
    for field in record.fields:
        kind = field.kind.value if isinstance(field.kind, Entries) else field.kind
        if kind in PROSE:
            yield field


def records_in(record: Record) -> list[Record]:
    """Return a record and all records inside it, each before those that it holds."""
    found: list[Record] = []
    waiting: list[object] = [record]
    for kind in waiting:
        match kind:
            case Record() if kind not in found:
                found.append(kind)
                waiting.extend(field.kind for field in kind.fields)
            case Entries():
                waiting.append(kind.value)
            case _:
                pass
    return found
