"""The fields that an author meant by names that the format does not have."""

from __future__ import annotations

from collections.abc import Mapping as Names
from collections.abc import Sequence as Many

from fingerpost.findings.spelling import closest
from fingerpost.source.nodes import Mapping, Node, Scalar, Sequence
from fingerpost.tree.shape import Entries, Items, Kind, Record


def fields_as_meant(entries: Many[tuple[Scalar, Node]], shape: Record) -> Names[str, str]:
    """Return each unknown name in a record with the name of the field that it probably stands for.

    Args:
        entries: The names and values in the file.
        shape: The fields of the record.
    """
    fields = {part.name: part for part in shape.fields}
    written = {key.value for key, _ in entries}
    unknown = {key.value: value for key, value in entries if key.value not in fields}
    absent = [name for name in fields if name not in written]
    # A field that is already there is a poorer guess than one that is not.
    guesses = {name: closest(name, absent) or closest(name, fields) for name in unknown}
    meant = {name: guess for name, guess in guesses.items() if guess is not None}
    others = [name for name in unknown if name not in meant]
    wanted = [name for name in absent if fields[name].required and name not in meant.values()]
    if len(others) == len(wanted) == 1 and fits(unknown[others[0]], fields[wanted[0]].kind):
        meant[others[0]] = wanted[0]
    return meant


def fits(node: Node, kind: Kind | Record | Entries | Items) -> bool:
    """Return whether a value has the form that a field of this kind needs."""
    match kind:
        case Kind():
            return isinstance(node, Scalar)
        case Items():
            return isinstance(node, Sequence)
        case Record() | Entries():
            return isinstance(node, Mapping)
