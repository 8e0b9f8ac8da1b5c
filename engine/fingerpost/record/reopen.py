"""Opens a record's JSON again: returns its answers as a link, and the reader's notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from fingerpost.answers.evidence import Evidence
from fingerpost.answers.link import parts_of
from fingerpost.record.build import KIND, VERSION
from fingerpost.record.notes import Confirmation, Notes, evidence_from
from fingerpost.text.json_text import loads
from fingerpost.tree.model import Tree


class RecordFormatError(ValueError):
    """The text is not a record that this engine can open; the message is the key of a text that explains why."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """The content of a record that was opened again.

    Attributes:
        link: The text of its link, to read like any other link.
        notes: The reader's notes.
    """

    link: str
    notes: Notes


def reopen(tree: Tree, text: str) -> Reopened:
    """Open a record of this tree.

    Args:
        tree: The tree on the page.
        text: The content of a file that the reader chose.

    Raises:
        RecordFormatError: The text is not a record, or is one for another tree or of a later version.
    """
    try:
        data: Any = loads(text)
    except ValueError:
        raise RecordFormatError("reopen-not-json") from None
    match data:
        case {"kind": kind, "version": int(version), "tree": {"id": str(tree_id)}, "link": str(link)} if kind == KIND:
            if isinstance(version, bool) or version < 1:
                raise RecordFormatError("reopen-no-record")
            if version > VERSION:
                raise RecordFormatError("reopen-later-version")
            if tree_id != tree.id:
                raise RecordFormatError("reopen-other-tree")
            if parts_of(link).tree_id != tree.id:
                raise RecordFormatError("reopen-no-record")
            return Reopened(link, _notes(cast("dict[str, object]", data)))
        case _:
            raise RecordFormatError("reopen-no-record")


def _notes(data: Mapping[str, object]) -> Notes:
    """Return the notes of a record, without parts that are malformed."""
    need = data.get("need")
    confirmations: dict[str, Confirmation] = {}
    for part in _listed(data.get("confirm")):
        match part:
            case {"id": str(name), "confirmed": bool(confirmed), "note": str(note)}:
                confirmations[name] = Confirmation(confirmed, note)
            case _:
                pass
    evidence: dict[str, Evidence] = {}
    for part in (*_listed(data.get("answers")), *_listed(data.get("set_aside"))):
        match part:
            case {"question": str(question), "evidence": given} if (found := evidence_from(given)) is not None:
                evidence[question] = found
            case _:
                pass
    steps = [part.get("id") for part in _listed(data.get("steps")) if part.get("done") is True]
    ticked = tuple([name for name in steps if isinstance(name, str)])
    return Notes(need if isinstance(need, str) else "", confirmations, evidence, ticked)


def _listed(parts: object) -> list[dict[str, object]]:
    """Return the objects in a list, or nothing if it is none."""
    listed = cast("list[object]", parts) if isinstance(parts, list) else []
    return [cast("dict[str, object]", part) for part in listed if isinstance(part, dict)]
