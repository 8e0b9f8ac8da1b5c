"""The compiled tree: the JSON form that a page names and the browser's engine reads.

Only this package writes it (`compiled_writer`) and reads it, following the format table. A file can still be damaged,
or be another program's, so each value has to be of its kind, and each id has to name a part (`dangling`): a tree that
is read never fails later. It is not checked for an author's mistakes: the YAML reader has done that. A text without
markup is a string; any other is `{"plain": …, "html": …}`. Either is wrapped in `{"ours": …}` if the text is not the
source's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from fingerpost.text.markup import Text, breakable, plain_text
from fingerpost.tree.dangling import dangling
from fingerpost.tree.format import TREE
from fingerpost.tree.model import FORMAT, FURTHER_FORMS, Tree, is_edition
from fingerpost.tree.shape import DAY_PATTERN, ID_PATTERN, PROSE, REFERENCES, Entries, Items, Kind, Record

type Json = dict[str, Any]
type _Read = Callable[[object], object]


class TreeFormatError(ValueError):
    """The JSON is not a compiled tree of this version."""


class _WrongKindError(Exception):
    """A value is not of the kind that its field has.

    Attributes:
        keys: The keys that lead to it.
    """

    def __init__(self, needs: str) -> None:
        super().__init__(needs)
        self.keys: list[str] = []


def from_json(data: Json) -> Tree:
    """Return the tree that `to_json` wrote.

    Args:
        data: The data, for instance as `json.load` returns it.

    Returns:
        The tree. Nothing in it fails later: each value has the form that the format gives it, each id that it names is
        there, and the questions lead to outcomes. Fields that this version does not know are ignored.

    Raises:
        TreeFormatError: The data has another format version, a part is missing or of the wrong kind, or an id names
            nothing. It is a kind of ValueError.

    Examples:
        >>> tree = fingerpost.read("tree.yml")
        >>> fingerpost.from_json(fingerpost.to_json(tree)) == tree
        True
    """
    try:
        tree = cast("Tree", _read_tree(data))
    except _WrongKindError as fault:
        raise TreeFormatError(f"not a compiled tree: {'/'.join(fault.keys) or 'the whole'} needs {fault}") from None
    if (fault := dangling(tree)) is not None:
        raise TreeFormatError(f"not a whole compiled tree: {fault}")
    return tree


def _record_reader(record: Record) -> Callable[..., object]:
    """Return the function that reads one record. The format table is processed here once, not for every tree."""
    model = record.model
    fields = [
        (field.name, field.required, field.in_model, field.switch, _value_reader(field.kind))
        for field in record.fields
        if not field.lists_own_texts
    ]

    def read(data: object, **values: object) -> object:
        part = _object(data)
        for name, required, in_model, switch, read_value in fields:
            value = part.get(name)
            if value is None and not required:
                continue
            if value is False and switch is not None:
                values[switch] = False
                continue
            try:
                found = read_value(value)
            except _WrongKindError as fault:
                fault.keys.insert(0, name)
                raise
            if in_model:
                values[name] = found
        return model(**values)

    return read


def _value_reader(kind: Kind | Record | Entries | Items) -> _Read:
    """Return the function that reads a value of this kind.

    It raises _WrongKindError for a value of any other.
    """
    match kind:
        case Record():
            return _record_reader(kind)
        case Items():
            return _items_reader(_value_reader(kind.value))
        case Entries(value=Record() as record):
            read_record = _record_reader(record)
            read = _entries_reader(kind, lambda name, part: read_record(part, id=name))
            return (lambda data: tuple(read(data).values())) if kind.listed else read
        case Entries():
            read_value = _value_reader(kind.value)
            return _entries_reader(kind, lambda _, value: read_value(value))
        case Kind():
            return _read_text if kind in PROSE else _word_reader(kind)


def _object(data: object) -> Json:
    if not isinstance(data, dict):
        raise _WrongKindError("an object")
    return cast("Json", data)


def _entries_reader(kind: Entries, read: Callable[[str, Any], object]) -> Callable[[object], dict[str, object]]:
    def read_entries(data: object) -> dict[str, object]:
        parts = _object(data)
        if len(parts) < kind.least:
            raise _WrongKindError(f"{kind.least} entries or more")
        found: dict[str, object] = {}
        for name, part in parts.items():
            try:
                if name in kind.reserved or not kind.may_be_key(name):
                    raise _WrongKindError("a name that an entry can have")
                found[name] = read(name, part)
            except _WrongKindError as fault:
                fault.keys.insert(0, name)
                raise
        return found

    return read_entries


def _items_reader(read: _Read) -> _Read:
    def read_items(data: object) -> object:
        if not isinstance(data, list):
            raise _WrongKindError("a list")
        return tuple([read(value) for value in cast("list[object]", data)])

    return read_items


def _word_reader(kind: Kind) -> _Read:
    is_one = _WORDS.get(kind, str.strip)
    of_type = _TYPES.get(kind, str)
    needs = f"{FORMAT}, the format that this engine reads" if kind is Kind.FORMAT else kind.value

    def read_word(value: object) -> object:
        # JSON has no subclasses of these, and True is no number there.
        if type(value) is not of_type or not is_one(value):
            raise _WrongKindError(needs)
        return value

    return read_word


def _read_text(value: object) -> Text:
    match value:
        case str() if value:
            return plain_text(value)
        case {"plain": str(plain), "html": str(html)} if plain and html:
            return Text(plain, html)
        case {"ours": str(plain)} if plain:
            return Text(plain, breakable(plain), ours=True)
        case {"ours": {"plain": str(plain), "html": str(html)}} if plain and html:
            return Text(plain, html, ours=True)
        case _:
            raise _WrongKindError("a text, or its words and its HTML")


_WORDS: Final[dict[Kind, Callable[[Any], object]]] = {
    **dict.fromkeys((Kind.ID, *REFERENCES), ID_PATTERN.fullmatch),
    Kind.FORMAT: FORMAT.__eq__,
    Kind.FLAG: lambda _: True,
    Kind.EDITION: is_edition,
    # Every address is escaped where it is drawn; only one of the web is safe to follow.
    Kind.URL: lambda address: address.startswith(("https://", "http://")),
    Kind.DATE: DAY_PATTERN.fullmatch,
    Kind.FORM: FURTHER_FORMS.__contains__,
}
"""For each kind whose values have a form of their own, whether a value has it. Any other is text that is not blank."""

_TYPES: Final[dict[Kind, type[object]]] = {Kind.FORMAT: int, Kind.FLAG: bool}

_read_tree = _record_reader(TREE)
