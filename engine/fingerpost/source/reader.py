"""Reads nodes as the table of fields describes, and reports whatever does not fit. It knows no field by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from fingerpost.findings.finding import Place
from fingerpost.findings.spelling import did_you_mean
from fingerpost.source.collector import Collector
from fingerpost.source.flow import entries_as_meant
from fingerpost.source.invisible import INVISIBLE_TEXT, is_visible, named, odd_space, report_odd_space
from fingerpost.source.misspelt import fields_as_meant, fits
from fingerpost.source.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from fingerpost.source.prose import render
from fingerpost.source.text import control_character
from fingerpost.source.words import ID_HINT, capital, word_fault
from fingerpost.text.markup import Text
from fingerpost.tree.model import FORMAT
from fingerpost.tree.shape import ID_PATTERN, PROSE, Entries, Field, Items, Kind, Record, texts_of

type Path = tuple[str, ...]
type Value = str | bool | Text | list[str] | dict[str, Value]
type Values = dict[str, Value]
"""The fields and entries that could be read."""

_MARKDOWN: Final = {
    Kind.LABEL: (False, False),
    Kind.INLINE: (False, True),
    Kind.INLINE_OR_FALSE: (False, True),
    Kind.BLOCK: (True, True),
}
"""For each kind that is Markdown: whether it may contain blocks, and whether it may contain links."""

_SPACED: Final = (Kind.WORDS, Kind.DIAGRAM)
"""The kinds that are text without markup, in which any space may stand."""


@dataclass(slots=True)
class NodeReader:
    """Reads one file's nodes.

    Attributes:
        found: Collects the findings.
        places: The position of each field and entry, by its path of keys. The position of a field with a single value
            is that of the value; that of any other field, or of an entry, is that of its key.
        unknown: The paths of the fields and entries that a finding reports and whose meaning is not known.
    """

    found: Collector
    places: dict[Path, Place] = field(default_factory=dict["Path", "Place"])
    unknown: set[Path] = field(default_factory=set["Path"])

    def record(self, node: Node, shape: Record, path: Path, owner: str) -> Values:
        """Return the fields of a record that could be read.

        Args:
            node: The node in the file.
            shape: The record's fields.
            path: The keys that lead to it.
            owner: Its name in messages, for instance "question 'same-place'".
        """
        if not isinstance(node, Mapping):
            names = ", ".join(f"'{part.name}'" for part in shape.fields)
            self._wrong_type(node, f"{capital(owner)} needs fields below it", f"It can have {names}.")
            self.unknown.add(path)
            return {}
        fields = {part.name: part for part in shape.fields}
        entries = self._entries(node, path, fields.__contains__, of_texts=False)
        written = {key.value for key, _ in entries}
        meant = fields_as_meant(entries, shape)
        values: Values = {}
        for key, value in entries:
            if key.value not in fields:
                name = meant.get(key.value)
                hint = f"It can have {', '.join(fields)}." if name is None else f"Did you mean '{name}'?"
                if name is None and node.flow:
                    hint += " If it is part of a text with a comma, put that text in quotes."
                message = f"{capital(owner)} has no field '{key.value}'."
                self.found.add("unknown-field", key.place, message, hint)
                # A field that is there under its own name, too, or that holds something else, is not this one.
                if name is None or name in written or not fits(value, fields[name].kind):
                    continue
            part = fields[meant.get(key.value, key.value)]
            single = isinstance(part.kind, Kind)
            self.places[*path, part.name] = value.place if single else key.place
            read = self._field(value, part, (*path, part.name), owner)
            if read is not None:
                values[part.name] = read
        present = written.union(meant.values())
        for part in shape.fields:
            if part.required and part.name not in values:
                self.unknown.add((*path, part.name))
            if part.required and part.name not in present:
                place = self.places.get(path, node.place)
                message = f"{capital(owner)} has no '{part.name}'."
                self.found.add("missing-field", place, message, f"Add it: {part.description}")
            if part.lists_own_texts:
                self._check_own(values, part.name, shape, path, owner)
        return values

    def _check_own(self, values: Values, own: str, shape: Record, path: Path, owner: str) -> None:
        """Report the names in a list of texts that have no text beside the list."""
        names = values.get(own)
        texts = {field.name: isinstance(field.kind, Entries) for field in texts_of(shape)}
        # The places include fields that could not be read: another finding reports those.
        present = [text for text in texts if (*path, text) in self.places and values.get(text) is not False]
        for number, name in enumerate(names if isinstance(names, list) else ()):
            text, slash, entry = name.partition("/")
            allowed = text in present and (texts[text] or not slash)
            if not allowed or (slash and (*path, text, entry) not in self.places):
                hint = did_you_mean(name, present) or f"Name one of its texts: {', '.join(present)}."
                message = f"{capital(owner)} has no text '{name}' that could be marked."
                self.found.add("unknown-text", self.places[*path, own, str(number)], message, hint)

    def _field(self, node: Node, part: Field, path: Path, owner: str) -> Value | None:
        what = f"'{part.name}' of {owner}"
        match part.kind:
            case Kind():
                remedy = "Write it." if part.required else "Write it, or delete the field."
                read = self._single(node, part.kind, what, remedy)
                if _may_mean_another_edition(node, part.kind):
                    self.unknown.add(path)
            case Record():
                return self.record(node, part.kind, path, f"'{part.name}'")
            case Items():
                read = self._items(node, part.kind, path, what)
            case Entries():
                read = self._map(node, part, part.kind, path, owner)
        if read is None:
            self.unknown.add(path)
        return read

    def _map(self, node: Node, part: Field, shape: Entries, path: Path, owner: str) -> Values | None:
        if not isinstance(node, Mapping):
            wanted = f"'{part.name}' of {owner} needs entries below it"
            self._wrong_type(node, wanted, f"Write each {shape.noun} as 'id: …' on a line of its own.")
            return None
        values: Values = {}
        for key, value in self._entries(node, path, shape.may_be_key, of_texts=shape.value in PROSE):
            name = key.value
            entry = f"{shape.noun} '{name}'"
            self.places[*path, name] = key.place
            if not self._check_key(key, shape):
                self.unknown.add((*path, name))
            if isinstance(shape.value, Record):
                whose = entry if len(path) == 1 else f"{entry} of {owner}"
                values[name] = self.record(value, shape.value, (*path, name), whose)
            else:
                read = self._single(value, shape.value, f"{entry} of {owner}", f"Write it, or delete the {shape.noun}.")
                if read is None:
                    self.unknown.add((*path, name))
                else:
                    values[name] = read
        if len(node.entries) < shape.least:
            number = len(node.entries) or "no"
            message = f"{capital(owner)} has {number} {shape.noun if number == 1 else part.name}."
            hint = f"Write {shape.least} or more."
            self.found.add(f"too-few-{part.name}", self.places[path], message, hint)
            self.unknown.add(path)
        return values

    def _check_key(self, key: Scalar, shape: Entries) -> bool:
        """Return whether a key can be the id of an entry, after a finding where it can't."""
        if key.value in shape.reserved:
            message = f"'{key.value}' can't be the id of {_with_article(shape.noun)}: links use this word."
            self.found.add("reserved-id", key.place, message, "Choose another id.")
        elif not isinstance(shape.keys, Kind) and not shape.may_be_key(key.value):
            hint = ID_HINT if shape.keys is ID_PATTERN else "Write 'question/old-answer', both as ids."
            message = f"'{key.value}' can't be the id of {_with_article(shape.noun)}."
            self.found.add("bad-id", key.place, message, hint)
        else:
            return True
        return False

    def _items(self, node: Node, shape: Items, path: Path, what: str) -> list[str] | None:
        if not isinstance(node, Sequence):
            self._wrong_type(node, f"{capital(what)} needs a list", "Write it as '[one, two]'.")
            return None
        values: list[str] = []
        for item in node.items:
            read = self._single(item, shape.value, f"an item in {what}", "Write it, or delete the item.")
            if isinstance(read, str):
                self.places[*path, str(len(values))] = item.place
                if _may_mean_another_edition(item, shape.value):
                    self.unknown.add((*path, str(len(values))))
                values.append(read)
            else:
                self.unknown.add(path)
        return values

    def _entries(
        self, node: Mapping, path: Path, may_be_key: Callable[[str], bool], *, of_texts: bool
    ) -> list[tuple[Scalar, Node]]:
        """Return the entries whose keys are words; if keys are equal, only the first.

        A number or the like that would be a valid key in quotes is read as if it had them.
        """
        first: dict[str, Scalar] = {}
        entries: list[tuple[Scalar, Node]] = []
        for key, value in entries_as_meant(node, may_be_key, self.found, of_texts=of_texts):
            other = key.other_type
            if other is not None and (other == "nothing" or may_be_key(key.value)):
                message = f"The key '{key.value}' is {other} in YAML, not a word."
                self.found.add("bad-key", key.place, message, f'Put it in quotes: "{key.value}".')
            if key.value in first:
                line = first[key.value].place.line
                message = f"'{key.value}' is written twice; the first is on line {line}."
                self.found.add("duplicate-key", key.place, message, "Delete one, or give it another name.")
                self.unknown.add((*path, key.value))
            elif other == "nothing":
                self.unknown.add((*path, key.value))
            elif self._is_text(key):
                first[key.value] = key
                entries.append((key, value))
        return entries

    def _single(self, node: Node, kind: Kind, what: str, remedy: str) -> Value | None:
        """Return a single value, or None after a finding; a number or the like for a text is read as that text.

        Args:
            node: The value in the file.
            kind: The kind of value that is needed.
            what: Its name in messages.
            remedy: The hint of the finding for an empty value.
        """
        if not isinstance(node, Scalar):
            wanted = f"{capital(what)} needs text"
            self._wrong_type(node, wanted, "Write it after the ':', in quotes if it contains brackets.")
            return None
        other = node.other_type
        if kind is Kind.FORMAT:
            if other != "a number":
                wanted = f"{capital(what)} needs a number"
                self._wrong_type(node, wanted, f"Write 'format: {FORMAT}', without quotes.")
            return None
        if kind is Kind.INLINE_OR_FALSE and other == "a truth value" and node.value.lower() == "false":
            return False
        if kind is Kind.FLAG:
            if other != "a truth value":
                self._wrong_type(node, f"{capital(what)} needs true or false", "Write 'true', or delete the field.")
                return None
            return node.value.lower() == "true"
        if other == "nothing" or (other is None and not node.value.strip()):
            message = f"{capital(what)} is empty."
            self.found.add("empty-text", node.place, message, remedy)
            return None
        if other is not None:
            message = f"{capital(what)} needs text, but {node.value} is {other} in YAML."
            self.found.add("wrong-type", node.place, message, f'Put it in quotes: "{node.value}".')
        if not self._is_text(node):
            return None
        if not is_visible(node.value):
            message = f"{capital(what)} has only invisible characters: {named(node.value)}."
            self.found.add(INVISIBLE_TEXT, node.place, message, "Write the text.")
            return None
        if kind in PROSE:
            return self._prose(node, kind, what, remedy)
        if kind not in _SPACED and (at := odd_space(node.value)) is not None:
            report_odd_space(self.found, node.place.line, node.place.column + (at if node.plain else 0), node.value[at])
            return None
        if (fault := word_fault(node.value, kind, what)) is not None:
            if other is None:
                self.found.add(fault.code, node.place, fault.message, fault.hint)
            return None
        return " ".join(node.value.split()) if kind is Kind.WORDS else node.value

    def _prose(self, node: Scalar, kind: Kind, what: str, remedy: str) -> Text | None:
        block, links = _MARKDOWN[kind]
        rendered = render(node.value, block=block, links=links)
        if isinstance(rendered, Text):
            return rendered
        message = f"{capital(what)}: {rendered.message}"
        hint = remedy if rendered.code == "empty-text" else rendered.hint
        self.found.add(rendered.code, node.place, message, hint)
        return None

    def _is_text(self, node: Scalar) -> bool:
        """Return whether a value is text; an escape in double quotes can stand for any character."""
        character = control_character(node.value)
        if character is not None:
            message = f"The character {character} is invisible and is not text."
            self.found.add("control-character", node.place, message, "Delete it.")
        return character is None

    def _wrong_type(self, node: Node, wanted: str, hint: str) -> None:
        match node:
            case Unreadable():
                return
            case Scalar(other_type=str(other)):
                got = other
            case Scalar():
                got = "text"
            case Sequence():
                got = "a list"
            case Mapping():
                got = "a mapping"
        self.found.add("wrong-type", node.place, f"{wanted}, but this is {got}.", hint)


def _may_mean_another_edition(node: Node, kind: Kind) -> bool:
    """Return whether a value is an edition that YAML reads as a number or a date: its order is not that of the text."""
    return kind is Kind.EDITION and isinstance(node, Scalar) and node.other_type is not None


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
