"""Turns the record into a document: the content of the forms for readers, in the order of MADR.

The data that `build_record` returns becomes headings, paragraphs, lists and marks here, once. The forms in
`fingerpost.record.forms` only write these in their own syntax, so that no form can lack something that another has.
"""

from __future__ import annotations

from fingerpost.record.blocks import Block, Document, Item, Section, section_of
from fingerpost.record.items import (
    Json,
    answered,
    change,
    combination,
    combined,
    confirmation,
    evidence,
    not_counted,
    ruled_out,
)
from fingerpost.record.passages import (
    about,
    context,
    decision,
    enough_answers,
    open_questions,
    options,
    qualities,
    steps,
)
from fingerpost.record.typed import one_line
from fingerpost.text.wording import say


def document(record: Json) -> Document:
    """Return the document for a record that `build_record` returned."""
    sections = (
        _section("record-context", context(record)),
        _section("record-drivers", tuple(Item(answered(part), items=evidence(part)) for part in record["answers"])),
        _section("record-options", tuple(options(record))),
        _section("record-decision", *decision(record), *enough_answers(record)),
        _section("record-qualities", qualities(record)),
        _section("record-confirmation", tuple(confirmation(part) for part in record["confirm"])),
        _section("steps-title", *steps(record)),
        _section("record-combines", tuple(combination(part) for part in combined(record["outcome"]))),
        _section("record-why-not", tuple(ruled_out(part) for part in record["ruled_out"])),
        _section("record-changes", tuple(change(record, part) for part in record["changes"])),
        _section("record-open-questions", tuple(open_questions(record))),
        _section("record-set-aside", tuple(not_counted(part) for part in record["set_aside"])),
        _section("record-more", tuple(about(record))),
    )
    return Document(
        title=one_line(record["title"]),
        marks={name: one_line(record[name]) for name in ("status", "date") if name in record},
        sections=tuple(section for section in sections if section.blocks),
    )


def _section(key: str, *blocks: Block) -> Section:
    return section_of(say(key), *blocks)
