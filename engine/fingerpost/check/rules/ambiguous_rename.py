"""An old id must have only one meaning, so that old links are not ambiguous."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.renames import renames
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the old ids that are still in use, or lead to another old id."""
    for rename in renames(subject.tree):
        if rename.lacking is not None:
            continue
        if rename.old in rename.present:
            message = f"'{rename.old}' is renamed, but this {rename.noun} is still there."
            hint = "Delete the rename. A new part of the tree needs an id that no edition has used."
            yield Fault(rename.path, message, hint)
        elif rename.new not in rename.present and rename.new in rename.siblings:
            message = f"'{rename.old}' is renamed to '{rename.new}', which is renamed itself."
            hint = f"Write where it leads in the end: '{rename.siblings[rename.new]}'."
            yield Fault(rename.path, message, hint)


RULE = Rule(
    order=250,
    code=Code(
        name="ambiguous-rename",
        severity="error",
        meaning="An old id is still in use, or leads to another old id, so an old link would have two meanings.",
        fix=(
            "Delete the rename, or write the present id in it. Give new parts of the tree ids that no edition has used."
        ),
        wrong="outcomes: {room: message}",
        right="outcomes: {e-mail: message}",
    ),
    find=find,
)
