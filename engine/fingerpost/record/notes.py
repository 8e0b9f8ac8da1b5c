"""What the reader adds to a result in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the reader noted about one consideration.

    Attributes:
        confirmed: Whether it was ticked.
        note: Their words.
    """

    confirmed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """The reader's own words; they never go into a link.

    Attributes:
        need: What they need to decide.
        confirmations: Consideration id to what they noted about it.
    """

    need: str = ""
    confirmations: Mapping[str, Confirmation] = field(default_factory=dict[str, Confirmation])


class NotesFormatError(ValueError):
    """The data is not what `to_json` writes."""


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
    """Return the notes that `to_json` wrote.

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
