"""A record against the requirements on decisions of NHS England's Solution Architecture Framework.

It counts what the record has. Whether that is enough is for people to judge, so a requirement is met only if it asks
for nothing but a record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from fingerpost.record.blocks import Document, Item, Run, Section
from fingerpost.record.items import Json
from fingerpost.record.passages import about
from fingerpost.record.typed import one_line
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE

REQUIREMENTS: Final = "https://architecture.digital.nhs.uk/solution-architecture-framework/requirements"
"""The requirements, as published."""

MET, PARTLY, LEFT = "met", "partly", "none"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a record has for one requirement.

    Attributes:
        verdict: Whether the record meets it, meets part of it, or leaves it to its author.
        has: What the record has, as sentences.
        left: The key of what is left to the author.
    """

    verdict: str
    has: tuple[str, ...]
    left: str


def checklist_document(record: Json) -> Document:
    """Return the checklist for a record that `build_record` returned."""
    findings = {name: find(record) for name, find in _FINDERS.items()}
    ticks = tuple(
        Item((Run(f"{_named(name)}: {say(f'dm-{finding.verdict}')}"),), ticked=finding.verdict == MET)
        for name, finding in findings.items()
    )
    return Document(
        title=say("dm-title", title=one_line(record["title"])),
        blocks=((Run(f"{say('dm-lead')} "), Run(REQUIREMENTS, href=REQUIREMENTS)), (Run(say("dm-tick")),), ticks),
        sections=(
            *(_section(name, finding) for name, finding in findings.items()),
            Section(say("record-more"), (tuple(about(record, labelled=False)),)),
        ),
    )


def _named(name: str) -> str:
    return f"{name.upper()} {say(name)}"


def _section(name: str, finding: Finding) -> Section:
    rows = (
        ("dm-asks", say(f"{name}-asks")),
        ("dm-has", " ".join(finding.has) or say("dm-nothing")),
        ("dm-left", say(finding.left)),
    )
    return Section(
        f"{_named(name)} ({say(f'dm-{finding.verdict}')})",
        (tuple(Item((Run(say(key), strong=True), Run(f" {text}"))) for key, text in rows),),
    )


def _debt(record: Json) -> Finding:
    return Finding(LEFT, _points(record), "dm01-left")


def _spending(_record: Json) -> Finding:
    return Finding(LEFT, (), "dm02-left")


def _risks(record: Json) -> Finding:
    return Finding(PARTLY, (*_points(record), _open(record)), "dm03-left")


def _stakeholders(record: Json) -> Finding:
    asked = [part for part in (*record["answers"], *record["open"]) if "ask_whom" in part]
    has = (say("dm-has-whom", count=len(asked)),) if asked else ()
    return Finding(PARTLY if has else LEFT, has, "dm04-left")


def _authorities(record: Json) -> Finding:
    return Finding(LEFT, (say("dm-has-status", status=one_line(record["status"])),), "dm05-left")


def _governance(_record: Json) -> Finding:
    return Finding(LEFT, (), "dm06-left")


def _recorded(record: Json) -> Finding:
    has = (_result(record), say("dm-has-ruled-out", count=len(record["ruled_out"])), _reasons(record))
    if record["outcome"] is None:
        return Finding(PARTLY, has, "dm07-left-open")
    return Finding(MET, has, "dm07-left-decided")


def _structured(record: Json) -> Finding:
    need = (say("dm-has-need"),) if record.get("need", "").strip() else ()
    outcome: Json = record["outcome"] or {}
    counts = {
        "drivers": sum(part["answer"] != UNSURE for part in record["answers"]),
        "ruled-out": len(record["ruled_out"]),
        "qualities": len(outcome.get("qualities", ())),
        "changes": len(record["changes"]),
        "combines": len(outcome.get("combines", ())),
    }
    counted = (say(f"dm-has-{name}", count=count) for name, count in counts.items() if count)
    has = (*need, *counted, *_points(record), _open(record))
    return Finding(PARTLY, has, "dm08-left" if need else "dm08-left-no-need")


def _points(record: Json) -> tuple[str, ...]:
    points = record["confirm"]
    confirmed = sum(part["confirmed"] for part in points)
    return (say("dm-has-points", confirmed=confirmed, count=len(points)),) if points else ()


def _open(record: Json) -> str:
    count = len(record["open"]) + sum(part["answer"] == UNSURE for part in record["answers"])
    return say("dm-has-open", count=count) if count else say("dm-has-no-open")


def _result(record: Json) -> str:
    outcome = record["outcome"]
    if outcome is None:
        return say("dm-has-possible", count=len(record["possible"]))
    return say("dm-has-chosen", title=one_line(outcome["title"]))


def _reasons(record: Json) -> str:
    return say("dm-has-reasons", count=sum("because" in part for part in record["answers"]))


_FINDERS: Final[dict[str, Callable[[Json], Finding]]] = {
    "dm01": _debt,
    "dm02": _spending,
    "dm03": _risks,
    "dm04": _stakeholders,
    "dm05": _authorities,
    "dm06": _governance,
    "dm07": _recorded,
    "dm08": _structured,
}
"""For each requirement, what a record has for it."""
