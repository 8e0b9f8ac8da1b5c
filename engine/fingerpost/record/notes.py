"""The notes that the reader adds to a result, in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from fingerpost.answers.evidence import LONGEST_WHEN, LONGEST_WHO, Evidence
from fingerpost.answers.link import cut


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
    """The reader's own words, which become part of a link only where they hand questions over.

    Attributes:
        need: The decision that they need to make.
        confirmations: Consideration id to their note on it.
        evidence: Question id to who gave the answer, and when.
        steps: Ids of the steps that they have ticked.

    Examples:
        >>> fingerpost.Notes(need="The office moves in May.")
        Notes(need='The office moves in May.', confirmations={}, evidence={}, steps=())
    """

    need: str = ""
    confirmations: Mapping[str, Confirmation] = field(default_factory=dict[str, Confirmation])
    evidence: Mapping[str, Evidence] = field(default_factory=dict[str, Evidence])
    steps: tuple[str, ...] = ()


class NotesFormatError(ValueError):
    """The data does not have the form that `to_json` returns."""


def to_json(notes: Notes) -> dict[str, object]:
    """Return the notes as plain data; evidence and steps are left out if there are none."""
    data: dict[str, object] = {
        "need": notes.need,
        "confirmations": {
            name: {"confirmed": confirmation.confirmed, "note": confirmation.note}
            for name, confirmation in notes.confirmations.items()
        },
    }
    if notes.evidence:
        data["evidence"] = {name: given.to_json() for name, given in notes.evidence.items()}
    if notes.steps:
        data["steps"] = dict.fromkeys(notes.steps, True)
    return data


def from_json(data: Mapping[str, object]) -> Notes:
    """Return notes from the data that `to_json` returned, also by an earlier version, without evidence and steps.

    Raises:
        NotesFormatError: A part is of the wrong kind.
    """
    need, confirmations = data.get("need"), data.get("confirmations")
    if not isinstance(need, str) or not isinstance(confirmations, dict):
        raise NotesFormatError("notes have 'need' and 'confirmations'")
    parts = cast("dict[str, object]", confirmations)
    evidence, steps = data.get("evidence", {}), data.get("steps", {})
    if not isinstance(evidence, dict) or not isinstance(steps, dict):
        raise NotesFormatError("'evidence' and 'steps' are objects")
    given = {name: evidence_from(part) for name, part in cast("dict[str, object]", evidence).items()}
    if None in given.values():
        raise NotesFormatError("evidence has 'who' and 'when'")
    return Notes(
        need,
        {name: _confirmation(part) for name, part in parts.items()},
        {name: part for name, part in given.items() if part},
        tuple([name for name, ticked in cast("dict[str, object]", steps).items() if ticked is True]),
    )


def evidence_from(data: object) -> Evidence | None:
    """Return the evidence in plain data, cut to its longest; None if it is something else."""
    match data:
        case {"who": str(who), "when": str(when)}:
            return Evidence(cut(who, LONGEST_WHO), cut(when, LONGEST_WHEN))
        case _:
            return None


def _confirmation(data: object) -> Confirmation:
    match data:
        case {"confirmed": bool(confirmed), "note": str(note)}:
            return Confirmation(confirmed, note)
        case _:
            raise NotesFormatError("a confirmation has 'confirmed' and 'note'")
