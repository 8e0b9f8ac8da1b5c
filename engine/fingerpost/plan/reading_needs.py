"""Reads one need of a plan: keeps what it can, and says what it left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from fingerpost.answers.link import cut
from fingerpost.plan.model import LONGEST, MOST_ENTRIES, TEXTS, Evidence, Need
from fingerpost.plan.need_ids import as_id
from fingerpost.record.notes import Confirmation
from fingerpost.text.visible import visible_line
from fingerpost.text.wording import say

_FIELDS: Final = (*TEXTS, "id", "confirmations", "evidence", "steps", "changed")
_LONGEST_NAME: Final = 200
_LATEST: Final = 2**53 - 1
"""The greatest whole number that every program reads from JSON."""


def read_need(data: object, where: str, trouble: list[str]) -> Need | None:
    """Return a need, with an empty id if the data has none that can be used; None if the data is no need.

    Args:
        data: The data, of any kind.
        where: A name for the need in sentences.
        trouble: Gets a sentence for each part that was left out.
    """
    if not isinstance(data, dict):
        trouble.append(say("plan-need-not-read", where=where))
        return None
    part = cast("Mapping[str, object]", data)
    trouble += [
        say("plan-need-field", field=visible_line(cut(name)), where=where) for name in part if name not in _FIELDS
    ]
    changed = part.get("changed")
    in_time = isinstance(changed, int) and not isinstance(changed, bool) and 0 <= changed <= _LATEST
    need, information, source, target, link = [read_text(part, text, where, trouble) for text in TEXTS]
    return Need(
        as_id(part.get("id")),
        need,
        information,
        source,
        target,
        link,
        _entries(part, "confirmations", where, trouble, _confirmation),
        _entries(part, "evidence", where, trouble, _evidence),
        tuple(sorted(name for name, ticked in _entries(part, "steps", where, trouble, _ticked).items() if ticked)),
        cast("int", changed) if in_time else 0,
    )


def read_text(data: Mapping[str, object], name: str, where: str, trouble: list[str]) -> str:
    """Return a text, or an empty one if there is none that can be used."""
    value = data.get(name, "")
    if not isinstance(value, str):
        trouble.append(say("plan-text-not-read", field=say(f"plan-{name}"), where=where))
        return ""
    if len(value) > LONGEST:
        trouble.append(say("plan-text-too-long", field=say(f"plan-{name}"), where=where, most=f"{LONGEST:,}"))
        return ""
    return value


def _entries[Value](
    data: Mapping[str, object],
    name: str,
    where: str,
    trouble: list[str],
    read: Callable[[object], Value | None],
) -> dict[str, Value]:
    """Return the entries of one field that can be read, by their names."""
    value = data.get(name, {})
    if not isinstance(value, dict):
        trouble.append(say("plan-text-not-read", field=say(f"plan-{name}"), where=where))
        return {}
    found: dict[str, Value] = {}
    for key, part in cast("dict[str, object]", value).items():
        entry = read(part)
        if entry is None or len(key) > _LONGEST_NAME or len(found) >= MOST_ENTRIES:
            trouble.append(
                say("plan-entry-not-read", entry=visible_line(cut(key)), field=say(f"plan-{name}"), where=where)
            )
        else:
            found[key] = entry
    return found


def _confirmation(data: object) -> Confirmation | None:
    match data:
        case {"confirmed": bool(confirmed), "note": str(note)} if len(note) <= LONGEST:
            return Confirmation(confirmed, note)
        case _:
            return None


def _evidence(data: object) -> Evidence | None:
    match data:
        case {"who": str(who), "when": str(when)} if len(who) <= LONGEST and len(when) <= LONGEST:
            return Evidence(who, when)
        case _:
            return None


def _ticked(data: object) -> bool | None:
    return data if isinstance(data, bool) else None
