"""Turns the record into a document: the content of every form for readers, in the same order.

The data that `build_record` returns becomes headings, paragraphs, lists and marks here, once. The forms in
`fingerpost.record.forms` only write these in their own syntax, so that no form can lack something that another has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fingerpost.answers.link import parts_of
from fingerpost.record.typed import Paragraph, one_line, paragraphs
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line.

    Attributes:
        text: One line of plain text.
        strong: Whether it is emphasised.
        href: The address that it links to; empty for none.
    """

    text: str
    strong: bool = False
    href: str = ""


type Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list.

    Attributes:
        line: Its text.
        ticked: Whether its box is ticked; None for an item without a box.
        typed: The reader's own words about it.
        items: A nested list.
    """

    line: Line
    ticked: bool | None = None
    typed: tuple[Paragraph, ...] = ()
    items: tuple[Item, ...] = ()


type Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A quotation of the reader's own words."""

    paragraphs: tuple[Paragraph, ...]


type Block = Line | Items | Typed
"""A paragraph, a list or a quotation. No block is empty."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the blocks below it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole record.

    Attributes:
        title: Its heading.
        marks: The metadata by its name in MADR: the status, and the date if there is one.
        sections: The sections that are not empty, in the order of MADR.
    """

    title: str
    marks: Mapping[str, str] = field(default_factory=dict[str, str])
    sections: tuple[Section, ...] = ()


def document(record: Json) -> Document:
    """Return the document for a record that `build_record` returned."""
    sections = (
        _section("record-context", _context(record)),
        _section("record-drivers", _list(Item(_answered(part)) for part in record["answers"])),
        _section("record-options", _list(_options(record))),
        _section("record-decision", *_decision(record)),
        _section("record-confirmation", _list(_confirmation(part) for part in record["confirm"])),
        _section("record-combines", _list(_combination(part) for part in _combined(record["outcome"]))),
        _section("record-why-not", _list(_ruled_out(part) for part in record["ruled_out"])),
        _section("record-changes", _list(_change(record, part) for part in record["changes"])),
        _section("record-open-questions", _list(_open_questions(record))),
        _section("record-set-aside", _list(_not_counted(part) for part in record["set_aside"])),
        _section("record-more", _list(_more(record))),
    )
    return Document(
        title=one_line(record["title"]),
        marks={name: one_line(record[name]) for name in ("status", "date") if name in record},
        sections=tuple(section for section in sections if section.blocks),
    )


def ended(text: str, label: str = "") -> str:
    """Return text as one line that more text can follow: with a colon, unless it ends with a punctuation mark.

    Args:
        text: The text.
        label: A label between the text and the colon.
    """
    line = one_line(text)
    return line + label if line.endswith(("?", ".", "!", ":", "…")) else f"{line}{label}:"


def _said(part: Json, name: str) -> str:
    """Return one of a part's texts as one line, with the label if it is not the source's."""
    return one_line(part[name]) + _label(part, name)


def _label(part: Json, name: str) -> str:
    return f" ({say('ours')})" if name in part.get("ours", ()) else ""


def _parts(record: Json) -> Iterable[Json]:
    """Yield every part of a record that has texts of the tree."""
    for name in ("answers", "set_aside", "open", "confirm"):
        yield from record[name]
    for part in record["ruled_out"]:
        yield part["by"]
    for part in record["changes"]:
        yield from (*part["changed"], *part["added"])
    if record["outcome"]:
        yield from (record["outcome"], *_combined(record["outcome"]))


def _section(key: str, *blocks: Block) -> Section:
    return Section(say(key), tuple(block for block in blocks if block))


def _list(items: Iterable[Item]) -> Items:
    return tuple(items)


def _context(record: Json) -> Block:
    need = paragraphs(record.get("need", ""))
    return Typed(need) if need else (Run(say("record-no-need")),)


def _asked(part: Json) -> Line:
    """Return a question with its answer."""
    return Run(f"{ended(part['ask'], _label(part, 'ask'))} "), Run(_said(part, "label"), strong=True)


def _answered(part: Json) -> Line:
    """Return a question with its answer and the reason why the answer leads where it does."""
    because = (Run(f": {_said(part, 'because')}"),) if "because" in part else ()
    return *_asked(part), *because


def _not_counted(part: Json) -> Item:
    """Return an answer that does not count; "not sure" has who to ask, as its question is not among the open ones."""
    whom = (Run(f": {_said(part, 'ask_whom')}"),) if "ask_whom" in part else ()
    return Item((*_answered(part), *whom))


def _named(part: Json, *, strong: bool = False) -> Run:
    """Return the name of an outcome, linked to its page if the page has an address."""
    return Run(one_line(part["title"]), strong=strong, href=part.get("page", ""))


def _options(record: Json) -> Iterable[Item]:
    for part in record["possible"]:
        yield Item((_named(part),))
    for part in record["ruled_out"]:
        yield Item((_named(part), Run(f" ({say('record-ruled-out')})")))


def _decision(record: Json) -> tuple[Block, ...]:
    outcome = record["outcome"]
    if outcome is None:
        return ((Run(say("record-several-possible")),),)
    before, after = say("record-chosen", title="\0").split("\0")
    chosen = tuple(run for run in (Run(before), _named(outcome), Run(after)) if run.text)
    summary = (Run(_said(outcome, "summary")),) if "summary" in outcome else ()
    page = (Run(f"{say('record-page')} "), Run(outcome["page"], href=outcome["page"])) if "page" in outcome else ()
    return chosen, summary, page, *_forced(record)


def _forced(record: Json) -> tuple[Block, ...]:
    """Return the answers that are enough to decide; nothing if it takes all of them, which would add no information."""
    forcing = [part for part in record["answers"] if part["question"] in record["forced_by"]]
    if not forcing or len(forcing) == len(record["answers"]):
        return ()
    return (Run(say("record-forced-by")),), tuple(Item(_asked(part)) for part in forcing)


def _confirmation(part: Json) -> Item:
    why = (Run(f" {_said(part, 'why')}"),) if "why" in part else ()
    ask = ended(part["ask"], _label(part, "ask")) if why else _said(part, "ask")
    return Item((Run(ask), *why), ticked=part["confirmed"], typed=paragraphs(part["note"]))


def _combined(outcome: Json | None) -> Iterable[Json]:
    return outcome.get("combines", ()) if outcome else ()


def _combination(part: Json) -> Item:
    return Item((_named(part, strong=True), Run(f": {_said(part, 'why')}")))


def _ruled_out(part: Json) -> Item:
    return Item((_named(part, strong=True), Run(f": {say('record-because-of')} "), *_answered(part["by"])))


def _change(record: Json, part: Json) -> Item:
    """Return the answers that would lead to another outcome, with a link to that state if it has an address."""
    page = record.get("address", "").partition("#")[0]
    title = Run(one_line(part["title"]), strong=True, href=f"{page}#{part['link']}" if page else "")
    # The link has the answers in the order asked.
    number_of = {pair.name: number for number, pair in enumerate(parts_of(part["link"]).parts)}
    steps = [
        (number_of[step["question"]], Item((Run(f"{say(word)} "), *_answered(step))))
        for word, steps in (("record-instead", part["changed"]), ("record-and", part["added"]))
        for step in steps
    ]
    return Item((title,), items=tuple(item for _, item in sorted(steps, key=lambda step: step[0])))


def _open_questions(record: Json) -> Iterable[Item]:
    unsure = (part for part in record["answers"] if part["answer"] == UNSURE)
    for part in (*unsure, *record["open"]):
        whom = (Run(f" {_said(part, 'ask_whom')}"),) if "ask_whom" in part else ()
        ask = ended(part["ask"], _label(part, "ask")) if whom else _said(part, "ask")
        yield Item((Run(ask), *whom))


def _more(record: Json) -> Iterable[Item]:
    tree = record["tree"]
    yield Item((Run(say("record-edition", tree=one_line(tree["title"]), edition=one_line(tree["edition"]))),))
    if "source" in record:
        yield Item((Run(f"{say('record-source')} "), *_source(record["source"])))
    if any("ours" in part for part in _parts(record)):
        yield Item((Run(say("record-ours")),))
    address = record.get("address", "")
    yield Item((Run(f"{say('record-answers-link')} "), Run(address or one_line(record["link"]), href=address)))


def _source(source: Json) -> Line:
    """Return the title, the address and the licence; the address is also text, so that it can be typed from paper."""
    url, licence = source.get("url", ""), source.get("licence", "")
    title = Run(one_line(source["title"]))
    address = (Run(", "), Run(one_line(url), href=url)) if url else ()
    return (title, *address, *((Run(f", {one_line(licence)}"),) if licence else ()))
