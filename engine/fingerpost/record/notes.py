"""The notes that the reader adds to a result, in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The reader's note on one consideration.

    Attributes:
        confirmed: Whether it was ticked.
        note: Their words.
    """

    confirmed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """The reader's own words, which never become part of a link to their answers.

    Attributes:
        need: The decision that they need to make.
        confirmations: Consideration id to their note on it.

    Examples:
        >>> fingerpost.Notes(need="The office moves in May.")
        Notes(need='The office moves in May.', confirmations={})
    """

    need: str = ""
    confirmations: Mapping[str, Confirmation] = field(default_factory=dict[str, Confirmation])


class NotesFormatError(ValueError):
    """The data does not have the form that `to_json` returns."""


def to_json(notes: Notes) -> dict[str, object]:
    """Return the notes as plain data."""
    return {
        "need": notes.need,
        "confirmations": {
            name: {"confirmed": confirmation.confirmed, "note": confirmation.note}
            for name, confirmation in notes.confirmations.items()
        },
    }


def from_json(data: Mapping[str, object]) -> Notes:
    """Return notes from the data that `to_json` returned.

    Raises:
        NotesFormatError: A part is of the wrong kind.
    """
    need, confirmations = data.get("need"), data.get("confirmations")
    if not isinstance(need, str) or not isinstance(confirmations, dict):
        raise NotesFormatError("notes have 'need' and 'confirmations'")
    parts = cast("dict[str, object]", confirmations)
    return Notes(need, {name: _confirmation(part) for name, part in parts.items()})


def _confirmation(data: object) -> Confirmation:
    match data:
        case {"confirmed": bool(confirmed), "note": str(note)}:
            return Confirmation(confirmed, note)
        case _:
            raise NotesFormatError("a confirmation has 'confirmed' and 'note'")
