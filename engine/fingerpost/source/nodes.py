"""Reads the bytes of a YAML file into plain nodes with their positions. Knows nothing about trees.

Only the part of YAML that a tree file needs is accepted: one document of mappings, lists and scalars. Aliases are
refused, because a few lines of them can stand for gigabytes; custom types are refused, because they mean nothing here.
Scalars stay text: the kind of a plain scalar depends on what its reader expects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from fingerpost.findings.finding import Place
from fingerpost.source.collector import Collector
from fingerpost.source.invisible import odd_space, report_odd_space
from fingerpost.source.plain_scalars import kind_in_yaml
from fingerpost.source.syntax import add_syntax_finding
from fingerpost.source.text import decoded

MAX_DEPTH = 20
"""The deepest nesting that is read; a tree needs five levels."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as text.

    Attributes:
        value: The text.
        plain: Written without quotes and not as a block.
        place: Where it begins.
    """

    value: str
    plain: bool
    place: Place

    @property
    def other_type(self) -> str | None:
        """The kind of value that YAML sees here, in words ("a number"); None for text."""
        return kind_in_yaml(self.value) if self.plain else None


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in file order; a key may occur twice.

    Attributes:
        place: Where it begins.
        entries: Pairs of key and value.
        flow: Written in braces.
    """

    place: Place
    entries: list[tuple[Scalar, Node]] = field(default_factory=list["tuple[Scalar, Node]"])
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values.

    Attributes:
        place: Where it begins.
        items: The values.
        flow: Written in brackets.
    """

    place: Place
    items: list[Node] = field(default_factory=list["Node"])
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Replaces a value that a finding already reports.

    Attributes:
        place: Where it begins.
    """

    place: Place


Node = Scalar | Mapping | Sequence | Unreadable


def read_nodes(data: bytes, found: Collector) -> Node | None:
    """Return the root of a YAML file.

    Args:
        data: The content of the file.
        found: Collects the findings about it.

    Returns:
        The root node, or None if the file can't be read as YAML.
    """
    text = decoded(data, found)
    if text is None:
        return None
    try:
        return _Composer(found).compose(text)
    except _StopReadingError:
        return None
    except (YAMLError, ValueError, OverflowError) as fault:
        # ruamel.yaml lets the errors of chr() and int() through for some escapes and directives.
        add_syntax_finding(fault, text, found)
        return None


class _StopReadingError(Exception):
    """Reading can't go on; a finding reports why."""


class _Mark(Protocol):
    line: int
    column: int


class _Event(Protocol):
    """The part of the parser's events that is used here, since ruamel.yaml has no types for them."""

    start_mark: _Mark
    tag: object
    anchor: str | None
    value: str
    style: str | None
    flow_style: bool | None


class _Composer:
    """Builds nodes from the parser's events, without recursion."""

    def __init__(self, found: Collector) -> None:
        self._found = found
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []
        self._root: Node | None = None
        self._documents = 0
        self._aliases = 0

    def compose(self, text: str) -> Node:
        events = YAML(typ="safe", pure=True).parse(text)  # pyright: ignore[reportUnknownMemberType] # untyped
        for event in cast("Iterator[_Event]", events):
            self._take(event)
        return self._root or Scalar("", plain=True, place=self._found.place(1, 1))

    def _take(self, event: _Event) -> None:
        kind: type = type(event)
        if kind is ScalarEvent:
            self._check_type(event)
            self._put(Scalar(event.value, not event.style, self._place(event)))
        elif kind is MappingStartEvent:
            self._begin(Mapping(self._place(event), flow=bool(event.flow_style)), event)
        elif kind is SequenceStartEvent:
            self._begin(Sequence(self._place(event), flow=bool(event.flow_style)), event)
        elif kind in (MappingEndEvent, SequenceEndEvent):
            self._keys.pop()
            self._put(self._open.pop())
        elif kind is AliasEvent:
            self._put(Unreadable(self._place(event)))
            self._aliases += 1
            if self._aliases == 1:
                message = f"'*{event.anchor}' repeats another part of the file, which is not allowed in a tree file."
                self._found.add("alias", self._place(event), message, "Write the part out in full.")
        elif kind is DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                hint = "Keep one tree in each file, and delete the line '---' between them."
                self._stop("many-documents", event, "A second YAML document begins here.", hint)

    def _place(self, event: _Event) -> Place:
        return self._found.place(event.start_mark.line + 1, event.start_mark.column + 1)

    def _stop(self, code: str, event: _Event, message: str, hint: str) -> None:
        self._found.add(code, self._place(event), message, hint)
        raise _StopReadingError

    def _check_type(self, event: _Event) -> None:
        if event.tag is not None:
            message = f"The type '{event.tag}' has no meaning in a tree file."
            self._found.add("yaml-type", self._place(event), message, "Delete the word that starts with '!'.")

    def _begin(self, node: Mapping | Sequence, event: _Event) -> None:
        self._check_type(event)
        if len(self._open) == MAX_DEPTH:
            hint = "Check the brackets and the indentation; a tree needs five levels."
            self._stop("too-deep", event, f"Values are nested more than {MAX_DEPTH} deep.", hint)
        self._open.append(node)
        self._keys.append(None)

    def _put(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(node)
        else:
            self._keys[-1] = None
            if isinstance(node, Scalar) and node.plain and not node.value:
                # The parser puts an empty value where the next line begins.
                node = replace(node, place=key.place)
            parent.entries.append((key, node))

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            at = odd_space(node.value) if node.plain else None
            if at is None:
                return node
            report_odd_space(self._found, node.place.line, node.place.column + at, node.value[at])
            raise _StopReadingError
        if not isinstance(node, Unreadable):
            message = "A key must be a word, not a list or a mapping."
            hint = "If this is text, put it in quotes: braces and brackets have a special meaning in YAML."
            self._found.add("bad-key", node.place, message, hint)
        raise _StopReadingError
