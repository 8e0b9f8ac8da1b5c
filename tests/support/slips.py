"""Every single slip of each kind that an author can make in a sound tree file, each at a known line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from fingerpost.source.collector import Collector
from fingerpost.source.nodes import Mapping, Node, Scalar, Sequence, read_nodes
from fingerpost.source.plain_scalars import value_in_yaml_1_1
from fingerpost.tree.format import TREE
from fingerpost.tree.shape import PROSE, REFERENCES, Entries, Field, Items, Kind, Record

NUMBER: Final = "2025"
"""An id that YAML reads as a number, unless it is in quotes."""


@dataclass(frozen=True)
class Slip:
    """A tree file with one slip.

    Attributes:
        kind: The kind of slip.
        what: The part of the file that it concerns.
        line: Its line, counted from 1.
        text: The content of the file.
        named: For an id that is misspelt where it is defined: the number of places that name it; otherwise 0.
    """

    kind: str
    what: str
    line: int
    text: str
    named: int = 0

    def __str__(self) -> str:
        return f"{self.kind} {self.what} line {self.line}"


@dataclass(frozen=True)
class _Part:
    """One field or entry of the file: its key, its value, and the shape that the format gives it."""

    key: Scalar
    node: Node
    field: Field | None
    kind: Kind | Record | Entries | Items
    siblings: Mapping
    path: tuple[str, ...]


@dataclass(frozen=True)
class _Word:
    """A place that defines or names an id."""

    scalar: Scalar
    what: str
    name: tuple[str, ...]
    defines: bool


class Slips:
    """Makes the slips of one file, whose texts are each on one line or in a block below their key."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        root = read_nodes(text.encode(), Collector("tree.yml"))
        assert isinstance(root, Mapping)
        self._parts = list(self._parts_of(root, TREE, ()))
        self._words = list(self._all_words())

    def all(self) -> Iterator[Slip]:
        """Yield every slip."""
        yield from self.misspelt_ids()
        yield from self.fields()
        yield from self.texts()
        yield from self.numbers()
        yield from self.lines()

    def misspelt_ids(self) -> Iterator[Slip]:
        """Yield each id misspelt, where it is defined and where it is named."""
        for word in self._words:
            id_ = word.scalar.value
            named = sum(other.name == word.name and not other.defines for other in self._words)
            if word.defines and not named:
                # Nobody can know that it is another word than its author meant.
                continue
            question, slash, old = id_.partition("/")
            for typo in (f"{typo}{slash}{old}" for typo in _typos(question)):
                # `on` for `own` is a second fault: YAML 1.1 has a value of that name.
                if any(other.scalar.value == typo for other in self._words) or value_in_yaml_1_1(typo) is not None:
                    continue
                kind = "misspelt definition" if word.defines else "misspelt reference"
                yield self._with(kind, word.what, word.scalar, typo, named if word.defines else 0)

    def fields(self) -> Iterator[Slip]:
        """Yield each field misspelt, each required field left out, each field and entry twice, lost spaces."""
        for part in self._parts:
            name = "/".join(part.path)
            if part.field is not None:
                for typo in _typos(part.key.value):
                    if typo not in [other.path[-1] for other in self._parts]:
                        yield self._with("misspelt field", name, part.key, typo)
            begin, end = self._extent(part)
            own = self._text[begin:end]
            if part.field is not None and part.field.required:
                place = self._owner_line(part)
                yield Slip("missing field", name, place, self._text[:begin] + self._text[end:])
            flow = self._is_flow(part.siblings)
            if flow:
                value = self._text[self._at(part.key) : self._end(part.node)]
                after = self._end(part.node)
                twice = f"{self._text[:after]}, {value}{self._text[after:]}"
                yield Slip("duplicate", name, part.key.place.line, twice)
                colon = self._text.index(": ", self._at(part.key) + len(part.key.value))
                if part.field is not None and self._text[colon + 2] not in "\"'{[":
                    joined = self._text[: colon + 1] + self._text[colon + 2 :]
                    yield Slip("no space after the colon", name, part.key.place.line, joined)
            else:
                line = part.key.place.line + own.count("\n")
                yield Slip("duplicate", name, line, self._text[:end] + own + self._text[end:])

    def texts(self) -> Iterator[Slip]:
        """Yield each single value left empty, and each unquoted text in braces with a comma more."""
        for part in self._parts:
            if not isinstance(part.kind, Kind) or not isinstance(part.node, Scalar):
                continue
            begin, end = self._at(part.node), self._end(part.node)
            name = "/".join(part.path)
            for nothing in ("", '""'):
                if not (nothing and part.kind is Kind.FORMAT):
                    blank = self._text[:begin] + nothing + self._text[end:]
                    yield Slip("empty", name, part.node.place.line, blank)
            plain = part.node.plain and part.kind in PROSE and not part.node.other_type
            if plain and self._is_flow(part.siblings):
                comma = self._text[:end] + ", but it was close" + self._text[end:]
                yield Slip("comma", name, part.key.place.line, comma)

    def numbers(self) -> Iterator[Slip]:
        """Yield each id as a number, in quotes at all its places but one; and each text in quotes unquoted."""
        for word in self._words:
            same = [other for other in self._words if other.name == word.name]
            text = self._text
            for other in sorted(same, key=lambda each: -self._at(each.scalar)):
                number = NUMBER if other is word else f'"{NUMBER}"'
                slash = other.scalar.value.partition("/")[1]
                if slash:
                    break
                text = text[: self._at(other.scalar)] + number + text[self._end(other.scalar) :]
            else:
                yield Slip("unquoted number", word.what, word.scalar.place.line, text)
        for part in self._parts:
            is_text = part.kind in PROSE or part.kind is Kind.EDITION
            if isinstance(part.node, Scalar) and part.field is not None and is_text:
                yield self._with("number for a text", "/".join(part.path), part.node, NUMBER)

    def lines(self) -> Iterator[Slip]:
        """Yield each line with a tab, or with its first words moved to the left or to the right."""
        for number, line in enumerate(self._lines, start=1):
            indent = len(line) - len(line.lstrip())
            if not line.strip() or line.lstrip().startswith("#") or self._in_block_text(number):
                continue
            yield self._line("too far right", number, "  " + line)
            if indent >= 2:
                yield self._line("too far left", number, line[2:])
                yield self._line("tab", number, "\t" + line[2:])

    def _line(self, kind: str, number: int, line: str) -> Slip:
        lines = [*self._lines[: number - 1], line, *self._lines[number:]]
        return Slip(kind, line.strip()[:30], number, "\n".join(lines))

    def _with(self, kind: str, what: str, scalar: Scalar, new: str, named: int = 0) -> Slip:
        begin, end = self._at(scalar), self._end(scalar)
        if self._text[begin] == '"' and new != NUMBER:
            new = f'"{new}"'
        text = self._text[:begin] + new + self._text[end:]
        return Slip(kind, what, scalar.place.line, text, named)

    def _in_block_text(self, number: int) -> bool:
        for part in self._parts:
            if isinstance(part.node, Scalar) and self._text[self._at(part.node)] in "|>":
                first = part.node.place.line
                if first < number <= first + part.node.value.count("\n"):
                    return True
        return False

    def _parts_of(self, node: Node, shape: Record | Entries, path: tuple[str, ...]) -> Iterator[_Part]:
        assert isinstance(node, Mapping)
        fields = {part.name: part for part in shape.fields} if isinstance(shape, Record) else {}
        for key, value in node.entries:
            part = fields.get(key.value)
            kind = part.kind if part is not None else shape.value if isinstance(shape, Entries) else Kind.WORDS
            here = (*path, key.value)
            yield _Part(key, value, part, kind, node, here)
            if isinstance(kind, Record | Entries):
                yield from self._parts_of(value, kind, here)

    def _all_words(self) -> Iterator[_Word]:
        for part in self._parts:
            what = "/".join(part.path)
            match part.path:
                case ("questions" | "outcomes", node):
                    yield _Word(part.key, what, ("node", node), defines=True)
                case ("considerations", consideration):
                    yield _Word(part.key, what, ("consideration", consideration), defines=True)
                case ("questions", question, "answers", answer):
                    yield _Word(part.key, what, ("answer", question, answer), defines=True)
                case ("scenarios", _, "answers", question) | ("revised", _, "when", question):
                    yield _Word(part.key, what, ("node", question), defines=False)
                    assert isinstance(part.node, Scalar)
                    yield _Word(part.node, what, ("answer", question, part.node.value), defines=False)
                case ("renamed", "answers", old):
                    assert isinstance(part.node, Scalar)
                    yield _Word(part.key, what, ("node", old.split("/")[0]), defines=False)
                    yield _Word(part.node, what, ("answer", old.split("/")[0], part.node.value), defines=False)
                case ("outcomes", _, "combines", other):
                    yield _Word(part.key, what, ("node", other), defines=False)
                case _:
                    yield from self._named(part, what)

    def _named(self, part: _Part, what: str) -> Iterator[_Word]:
        if isinstance(part.kind, Items) and part.kind.value in REFERENCES and isinstance(part.node, Sequence):
            for item in part.node.items:
                assert isinstance(item, Scalar)
                yield _Word(item, what, ("consideration", item.value), defines=False)
        elif part.kind in REFERENCES and isinstance(part.node, Scalar):
            yield _Word(part.node, what, ("node", part.node.value), defines=False)

    def _owner_line(self, part: _Part) -> int:
        """Return the line of the record that a field is in."""
        owner = [other for other in self._parts if other.path == part.path[:-1]]
        return owner[0].key.place.line if owner else 1

    def _at(self, node: Node) -> int:
        return self._starts[node.place.line - 1] + node.place.column - 1

    def _end(self, node: Node) -> int:
        """Return where a value ends."""
        begin = self._at(node)
        match node:
            case Scalar(plain=True):
                return begin + len(node.value)
            case Scalar() if self._text[begin] == '"':
                return self._text.index('"', begin + 1) + 1
            case Scalar():
                return self._starts[node.place.line + node.value.count("\n")] - 1
            case Mapping() | Sequence():
                closing = {"{": "}", "[": "]"}[self._text[begin]]
                items = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
                after = max([begin, *(self._end(item) for item in items)])
                return self._text.index(closing, after) + 1
            case _:
                raise AssertionError(node)

    def _is_flow(self, node: Mapping) -> bool:
        return self._text[self._at(node)] == "{"

    def _extent(self, part: _Part) -> tuple[int, int]:
        """Return where a field begins and ends, so that the file without it is well formed."""
        begin = self._at(part.key)
        if not self._is_flow(part.siblings):
            number = part.key.place.line
            column = part.key.place.column - 1
            after = number
            while after < len(self._lines) and re.match(rf" {{{column + 1}}}|$", self._lines[after]):
                after += 1
            while not self._lines[after - 1].strip():
                after -= 1
            return self._starts[number - 1], self._starts[after]
        keys = [self._at(key) for key, _ in part.siblings.entries]
        for here, following in pairwise(keys):
            if here == begin:
                return begin, following
        if len(keys) == 1:
            return begin, self._end(part.node)
        return self._text.rindex(",", 0, begin), self._end(part.node)


def _typos(word: str) -> Iterator[str]:
    """Yield a word with its last letter twice, with two letters swapped, and without a letter."""
    yield word + word[-1]
    middle = len(word) // 2
    if len(word) > 1 and word[middle - 1] != word[middle] and "-" not in word[middle - 1 : middle + 1]:
        yield word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    if len(word) > 2 and word[middle] != "-":
        yield word[:middle] + word[middle + 1 :]
