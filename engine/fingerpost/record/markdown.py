"""The record as an architecture decision record in Markdown, in the form of MADR 4 (Markdown Any Decision Records).

The reader's words are escaped, so that they stand in the record as they were typed, whatever they contain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from fingerpost.wording import say

type Json = dict[str, Any]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#])")
_LIST_LIKE = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def to_markdown(record: Json) -> str:
    """Return the record that `build_record` made as Markdown text."""
    sections = (
        _front_matter(record),
        f"# {_title(record)}",
        *_section("record-context", _context(record)),
        *_section("record-drivers", _answers(record["answers"])),
        *_section("record-options", _options(record)),
        *_section("record-decision", _decision(record)),
        *_section("record-confirmation", _confirmation(record["confirm"])),
        *_section("record-why-not", _ruled_out(record["ruled_out"])),
        *_section("record-changes", _changes(record["changes"])),
        *_section("record-open-questions", _open(record)),
        *_section("record-more", _more(record)),
    )
    return "\n\n".join(section for section in sections if section) + "\n"


def escaped(text: str) -> str:
    """Return text of any content so that Markdown shows it as it is.

    Control characters and marks that turn the direction of what follows are shown by their code point, because
    unseen they can make a record read as what it does not say.
    """
    visible = _UNSEEN.sub(lambda found: f"(U+{ord(found[0]):04X})", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _LIST_LIKE.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", visible))


def _front_matter(record: Json) -> str:
    status = say("record-status-proposed")
    date = f"\ndate: {record['date']}" if "date" in record else ""
    return f"---\nstatus: {status}{date}\n---"


def _title(record: Json) -> str:
    outcome = record["outcome"]
    tree = escaped(record["tree"]["title"])
    return f"{tree}: {escaped(outcome['title']) if outcome else say('record-undecided')}"


def _section(heading: str, lines: Iterable[str]) -> tuple[str, ...]:
    body = "\n".join(lines)
    return (f"## {say(heading)}", body) if body else ()


def _context(record: Json) -> list[str]:
    need = record.get("need", "")
    if not need.strip():
        return [say("record-no-need")]
    return [f"> {line}".rstrip() for line in escaped(need).split("\n")]


def _answers(answers: list[Json]) -> list[str]:
    return [f"* {_answered(part)}{_reason(part)}" for part in answers]


def _answered(part: Json) -> str:
    return f"{escaped(part['ask'])} **{escaped(part['label'])}**"


def _reason(part: Json) -> str:
    return f" {escaped(part['because'])}" if "because" in part else ""


def _options(record: Json) -> list[str]:
    ruled_out = [f"* {escaped(part['title'])} ({say('record-ruled-out')})" for part in record["ruled_out"]]
    return [f"* {escaped(part['title'])}" for part in record["possible"]] + ruled_out


def _decision(record: Json) -> list[str]:
    outcome = record["outcome"]
    if outcome is None:
        return [say("record-several-possible")]
    forced = [part for part in record["answers"] if part["question"] in record["forced_by"]]
    reasons = [f"* {_answered(part)}" for part in forced]
    chosen = say("record-chosen", title=escaped(outcome["title"]))
    summary = [escaped(outcome["summary"]), ""] if "summary" in outcome else []
    return [chosen, "", *summary, *([say("record-forced-by"), "", *reasons] if reasons else [])]


def _confirmation(parts: list[Json]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        lines.append(f"* [{'x' if part['confirmed'] else ' '}] {escaped(part['ask'])}")
        lines.extend(f"  > {line}".rstrip() for line in escaped(part["note"]).split("\n") if part["note"])
    return lines


def _ruled_out(parts: list[Json]) -> list[str]:
    return [f"* **{escaped(part['title'])}**: {say('record-because-of')} {_answered(part['by'])}" for part in parts]


def _changes(parts: list[Json]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        lines.append(f"* **{escaped(part['title'])}**")
        lines.extend(f"  * {say('record-instead')} {_answered(step)}" for step in part["changed"])
        lines.extend(f"  * {say('record-and')} {_answered(step)}" for step in part["added"])
    return lines


def _open(record: Json) -> list[str]:
    unsure = [part for part in record["answers"] if part["answer"] == "unsure"]
    return [
        f"* {escaped(part['ask'])}" + (f" {escaped(part['ask_whom'])}" if "ask_whom" in part else "")
        for part in (*unsure, *record["open"])
    ]


def _more(record: Json) -> list[str]:
    source = record.get("source")
    lines = [
        f"* {say('record-edition', tree=escaped(record['tree']['title']), edition=escaped(record['tree']['edition']))}"
    ]
    if source:
        title = escaped(source["title"])
        named = f"[{title}](<{source['url']}>)" if "url" in source else title
        licence = f" ({escaped(source['licence'])})" if "licence" in source else ""
        lines.append(f"* {say('record-source')} {named}{licence}")
    if "address" in record:
        lines.append(f"* {say('record-answers-link')} <{record['address']}>")
    else:
        lines.append(f"* {say('record-answers-link')} `{record['link']}`")
    return lines
