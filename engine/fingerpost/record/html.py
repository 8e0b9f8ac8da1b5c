"""The record as HTML: what a print of an answered tree shows, and what a wiki gets when it is pasted there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fingerpost.markup import escape, link_to
from fingerpost.wording import say

type Json = dict[str, Any]


def to_html(record: Json) -> str:
    """Return the record that `build_record` made as HTML."""
    outcome = record["outcome"]
    title = outcome["title"] if outcome else say("record-undecided")
    summary = f"<p>{escape(outcome['summary'])}</p>" if outcome and "summary" in outcome else ""
    return "".join(
        (
            f"<h2>{escape(record['tree']['title'])}: {escape(title)}</h2>{summary}{_date(record)}",
            _section("record-context", _need(record)),
            _list("record-drivers", (_answered(part) for part in record["answers"])),
            _list("record-options", _options(record)),
            _list("record-confirmation", (_confirmation(part) for part in record["confirm"])),
            _list("record-why-not", (_ruled_out(part) for part in record["ruled_out"])),
            _list("record-changes", (_change(part) for part in record["changes"])),
            _list("record-open-questions", (_open(part) for part in record["open"])),
            _section("record-more", _more(record)),
        )
    )


def _date(record: Json) -> str:
    return f"<p>{escape(say('record-date', date=record['date']))}</p>" if "date" in record else ""


def _address(text: str) -> str:
    """Return an address as a link that names itself: on paper it can be typed, elsewhere followed."""
    return link_to(text, escape(text)) if text.startswith(("https://", "http://")) else escape(text)


def _section(heading: str, content: str) -> str:
    return f"<section><h3>{escape(say(heading))}</h3>{content}</section>"


def _list(heading: str, items: Iterable[str]) -> str:
    listed = "".join(f"<li>{item}</li>" for item in items)
    return _section(heading, f"<ul>{listed}</ul>") if listed else ""


def _need(record: Json) -> str:
    need = record.get("need", "")
    return f'<p class="fp-typed">{escape(need if need.strip() else say("record-no-need"))}</p>'


def _answered(part: Json) -> str:
    because = f"<br>{escape(part['because'])}" if "because" in part else ""
    return f"{escape(part['ask'])} <strong>{escape(part['label'])}</strong>{because}"


def _options(record: Json) -> list[str]:
    ruled_out = [f"{escape(part['title'])} ({escape(say('record-ruled-out'))})" for part in record["ruled_out"]]
    return [escape(part["title"]) for part in record["possible"]] + ruled_out


def _confirmation(part: Json) -> str:
    box = "☑" if part["confirmed"] else "☐"
    note = f'<p class="fp-typed">{escape(part["note"])}</p>' if part["note"] else ""
    return f"{box} {escape(part['ask'])}{note}"


def _ruled_out(part: Json) -> str:
    by = part["by"]
    return (
        f"<strong>{escape(part['title'])}</strong>: {escape(say('record-because-of'))} "
        f"{escape(by['ask'])} <strong>{escape(by['label'])}</strong>"
    )


def _change(part: Json) -> str:
    steps = "".join(
        f"<li>{escape(say(word))} {escape(step['ask'])} <strong>{escape(step['label'])}</strong></li>"
        for word, steps in (("record-instead", part["changed"]), ("record-and", part["added"]))
        for step in steps
    )
    return f"<strong>{escape(part['title'])}</strong><ul>{steps}</ul>"


def _open(part: Json) -> str:
    return escape(part["ask"]) + (f"<br>{escape(part['ask_whom'])}" if "ask_whom" in part else "")


def _more(record: Json) -> str:
    tree = record["tree"]
    lines = [escape(say("record-edition", tree=tree["title"], edition=tree["edition"]))]
    if "source" in record:
        source = record["source"]
        parts = [escape(source["title"]), _address(source.get("url", "")), escape(source.get("licence", ""))]
        lines.append(f"{escape(say('record-source'))} {', '.join(filter(None, parts))}")
    lines.append(f"{escape(say('record-answers-link'))} {_address(record.get('address', record['link']))}")
    return "".join(f"<p>{line}</p>" for line in lines)
