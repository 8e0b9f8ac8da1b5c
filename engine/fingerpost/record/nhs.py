"""The record with the sections of the decision record of NHS England's software engineering quality framework.

Only people can fill in some sections, such as who decides. These say what to fill in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fingerpost.record.blocks import Block, Document, Item, Items, Line, Run, Section, Table, section_of
from fingerpost.record.items import (
    Json,
    answered,
    change,
    combination,
    combined,
    confirmation,
    not_counted,
    ruled_out,
    step,
)
from fingerpost.record.passages import (
    about,
    context,
    decision,
    enough_answers,
    open_questions,
    options,
    qualities,
)
from fingerpost.record.typed import one_line
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE

TEMPLATE: Final = (
    "https://github.com/NHSDigital/software-engineering-quality-framework/blob/6876d0d/any-decision-record-template.md"
)
"""The template whose sections the document has."""

_DATE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def nhs_document(record: Json) -> Document:
    """Return the document for a record that `build_record` returned."""
    return Document(
        title=say("nhs-title", title=one_line(record["title"])),
        blocks=(_head(record),),
        sections=(
            _section("context", context(record), _fill("context")),
            _section("decision"),
            _section("assumptions", *_assumptions(record), _fill("assumptions"), level=3),
            _section("drivers", _drivers(record), level=3),
            _section("options", tuple(options(record)), level=3),
            _section("outcome", *decision(record), _fill("reversible"), level=3),
            _section("rationale", *_rationale(record), _fill("rationale"), level=3),
            _section("consequences", *_consequences(record), _fill("consequences")),
            _section("compliance", *_compliance(record), _fill("compliance")),
            _section("notes", _notes(record), *_led("nhs-set-aside", _set_aside(record)), _fill("notes")),
            _section("actions", tuple(_actions(record)), _fill("actions")),
            _section("tags", _tags(record), _fill("tags")),
        ),
    )


def _section(name: str, *blocks: Block, level: int = 2) -> Section:
    return section_of(say(f"nhs-{name}"), *blocks, level=level)


def _fill(what: str) -> Line:
    """Return what a person has to fill in."""
    return (Run(say("fill", what=say(f"fill-{what}"))),)


def _led(key: str, items: Items) -> tuple[Block, ...]:
    """Return a list with a line that leads to it; nothing if the list is empty."""
    return ((Run(say(key)),), items) if items else ()


def _head(record: Json) -> Table:
    date = _DATE.fullmatch(record.get("date", ""))
    filled = {"date": (Run("/".join(reversed(date.groups()))),)} if date else {}
    names = ("date", "status", "deciders", "significance", "owners")
    return Table(tuple(((Run(say(f"nhs-{name}")),), filled.get(name, _fill(name))) for name in names))


def _assumptions(record: Json) -> tuple[Block, ...]:
    unknown = tuple(open_questions(record))
    if not unknown:
        return ((Run(say("nhs-no-unknown")),),)
    return _led("nhs-unknown-either-way" if record["outcome"] else "nhs-unknown-open", unknown)


def _drivers(record: Json) -> Block:
    drivers = tuple(Item(answered(part)) for part in record["answers"] if part["answer"] != UNSURE)
    return drivers or (Run(say("nhs-no-answers")),)


def _rationale(record: Json) -> tuple[Block, ...]:
    return *enough_answers(record), *_led("nhs-why-not", tuple(ruled_out(part) for part in record["ruled_out"]))


def _consequences(record: Json) -> tuple[Block, ...]:
    changes = tuple(change(record, part) for part in record["changes"])
    return (
        *_led("nhs-expect", qualities(record)),
        *_led("nhs-together", tuple(combination(part) for part in combined(record["outcome"]))),
        *_led("nhs-no-longer" if record["outcome"] else "nhs-would-lead", changes),
    )


def _compliance(record: Json) -> tuple[Block, ...]:
    return _led("nhs-confirmed", tuple(confirmation(part) for part in record["confirm"] if part["confirmed"]))


def _notes(record: Json) -> Items:
    return *about(record), Item((Run(f"{say('nhs-form')} "), Run(TEMPLATE, href=TEMPLATE)))


def _set_aside(record: Json) -> Items:
    return tuple(not_counted(part) for part in record["set_aside"])


def _actions(record: Json) -> Iterable[Item]:
    """Yield what is still to do, each with a place for who does it and by when."""
    points = (confirmation(part) for part in record["confirm"] if not part["confirmed"])
    for key, items in (("nhs-confirm", points), ("nhs-ask", open_questions(record))):
        for item in items:
            line = (Run(f"{say('nhs-action')} {say(key)} "), *item.line)
            yield Item(line, ticked=False, typed=item.typed, items=item.items)
    for part in record.get("steps", ()):
        if not part["done"]:
            item = step(part)
            yield Item((Run(f"{say('nhs-action')} "), *item.line), ticked=False)


def _tags(record: Json) -> Line:
    """Return the outcome and its qualities as tags; ids have no characters that a tag can't have."""
    outcome = record["outcome"]
    if outcome is None:
        return ()
    rated = [f"#{part['id']}-{value['id']}" for part in outcome.get("qualities", ()) for value in part["values"]]
    return (Run(" ".join((f"#{outcome['id']}", *rated))),)
