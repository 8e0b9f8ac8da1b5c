"""Reads JSON with the place of each value. Nothing of it is repaired, and no key may occur twice."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from fingerpost.findings.codes import BY_NAME
from fingerpost.findings.finding import Finding, Place
from fingerpost.source.collector import Collector
from fingerpost.source.text import decoded

MOST_DEPTH: Final = 100
MOST_VALUES: Final = 200_000

_TOKEN: Final = re.compile(
    r'[ \t\r\n]*(?:(?P<text>"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+")'
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?)"
    r"|(?P<word>true|false|null)|(?P<mark>[{}\[\],:])|(?P<end>\Z))"
)
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_WORDS: Final = {"true": True, "false": False, "null": None}
_TOO_LARGE: Final = "Check that this is the right file."
_HINT: Final = "Save it again in the program that it comes from."


@dataclass(frozen=True, slots=True)
class Value:
    """A text, a number, a truth value or null.

    Attributes:
        place: Its first character.
        value: The text, the truth value or None; a number as it is written.
        is_number: Whether it is a number.
    """

    place: Place
    value: str | bool | None
    is_number: bool = False

    @property
    def text(self) -> str:
        """The text, or empty if it is none."""
        return self.value if isinstance(self.value, str) and not self.is_number else ""


@dataclass(frozen=True, slots=True)
class Array:
    """A list.

    Attributes:
        place: Its first character.
        items: Its values.
    """

    place: Place
    items: list[Node] = field(default_factory=list["Node"])


@dataclass(frozen=True, slots=True)
class Object:
    """Values by key.

    Attributes:
        place: Its first character.
        fields: The values, in file order.
        keys: The place of each key.
    """

    place: Place
    fields: dict[str, Node] = field(default_factory=dict[str, "Node"])
    keys: dict[str, Place] = field(default_factory=dict[str, Place])

    def text(self, key: str) -> str:
        """Return the text with a key, stripped; empty if there is none."""
        node = self.fields.get(key)
        return node.text.strip() if isinstance(node, Value) else ""

    def is_true(self, key: str) -> bool:
        """Return whether the value with a key is true."""
        node = self.fields.get(key)
        return isinstance(node, Value) and node.value is True

    def objects(self, key: str) -> Iterator[Object]:
        """Yield the objects of the list with a key."""
        node = self.fields.get(key)
        for item in node.items if isinstance(node, Array) else ():
            if isinstance(item, Object):
                yield item

    def inner(self, key: str) -> Object | None:
        """Return the object with a key, or None."""
        node = self.fields.get(key)
        return node if isinstance(node, Object) else None

    def place_of(self, key: str) -> Place:
        """Return the place of a key, or of the object if it has no such key."""
        return self.keys.get(key, self.place)


Node = Value | Array | Object


def read_json(content: bytes, file: str) -> Node | list[Finding]:
    """Return the value of a file, or what is wrong with the file."""
    found = Collector(file)
    text = decoded(content, found)
    if text is None:
        return list(found.result())
    try:
        return _Reader(text, file).whole()
    except _FaultError as fault:
        return [fault.finding]


class _FaultError(Exception):
    def __init__(self, code: str, place: Place, message: str, hint: str = _HINT) -> None:
        super().__init__(message)
        self.finding: Finding = BY_NAME[code].finding(place, message, hint)


class _Reader:
    """Reads tokens one after the other. It calls itself for each level, of which there are few."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._at = 0
        self._count = 0
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def whole(self) -> Node:
        node = self._value(*self._next(), 0)
        kind, piece, start = self._next()
        if kind != "end":
            raise self._fault(start, f"There is '{piece[:20]}' after the end of the JSON.")
        return node

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._lines, offset)
        return Place(self._file, line, offset - self._lines[line - 1] + 1)

    def _fault(self, offset: int, message: str) -> _FaultError:
        return _FaultError("import-unreadable", self._place(offset), message)

    def _next(self) -> tuple[str, str, int]:
        """Return the kind, the text and the offset of the next piece."""
        found = _TOKEN.match(self._text, self._at)
        if found is None or found.lastgroup is None:
            space = _SPACE.match(self._text, self._at)
            start = self._at if space is None else space.end()
            raise self._fault(start, f"This is not JSON: {self._text[start : start + 20]!r}.")
        self._at = found.end()
        return found.lastgroup, found[found.lastgroup], found.start(found.lastgroup)

    def _value(self, kind: str, piece: str, start: int, depth: int) -> Node:
        if depth > MOST_DEPTH:
            message = f"Values are nested more than {MOST_DEPTH} deep."
            raise _FaultError("import-too-large", self._place(start), message, _TOO_LARGE)
        self._count += 1
        if self._count > MOST_VALUES:
            message = f"The file has more than {MOST_VALUES:,} values."
            raise _FaultError("import-too-large", self._place(start), message, _TOO_LARGE)
        if kind == "text":
            return Value(self._place(start), self._string(piece, start))
        if kind == "number":
            return Value(self._place(start), piece, is_number=True)
        if kind == "word":
            return Value(self._place(start), _WORDS[piece])
        if piece == "[":
            return self._array(start, depth)
        if piece == "{":
            return self._object(start, depth)
        raise self._fault(start, f"There is {f"'{piece}'" if piece else 'the end of the file'} instead of a value.")

    def _string(self, piece: str, start: int) -> str:
        text: str = json.loads(piece)
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise self._fault(start, "This text has half of a character (a lone surrogate).")
        return text

    def _array(self, start: int, depth: int) -> Array:
        array = Array(self._place(start))
        kind, piece, at = self._next()
        if piece == "]" and kind == "mark":
            return array
        while True:
            array.items.append(self._value(kind, piece, at, depth + 1))
            if self._ends("]", start, "list"):
                return array
            kind, piece, at = self._next()

    def _object(self, start: int, depth: int) -> Object:
        result = Object(self._place(start))
        kind, piece, at = self._next()
        if piece == "}" and kind == "mark":
            return result
        while True:
            if kind != "text":
                raise self._fault(at, "A key in quotes is missing here.")
            key = self._string(piece, at)
            if key in result.fields:
                message = f"The key '{key}' is written twice in one object, first on line {result.keys[key].line}."
                raise self._fault(at, message)
            colon = self._next()
            if colon[1] != ":":
                raise self._fault(colon[2], f"There is no ':' after the key '{key}'.")
            result.keys[key] = self._place(at)
            result.fields[key] = self._value(*self._next(), depth + 1)
            if self._ends("}", start, "object"):
                return result
            kind, piece, at = self._next()

    def _ends(self, mark: str, start: int, what: str) -> bool:
        """Return whether a list or an object ends here, and not a comma follows."""
        kind, piece, at = self._next()
        if kind == "mark" and piece in (mark, ","):
            return piece == mark
        raise self._fault(at, f"The {what} that begins on line {self._place(start).line} needs ',' or '{mark}' here.")
