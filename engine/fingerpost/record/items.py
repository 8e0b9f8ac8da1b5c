"""The lines and the items of lists that every document about a record has in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fingerpost.answers.link import parts_of
from fingerpost.record.blocks import Item, Line, Run
from fingerpost.record.typed import one_line, paragraphs
from fingerpost.text.days import day_in_words
from fingerpost.text.wording import say

type Json = dict[str, Any]


def ended(text: str, label: str = "") -> str:
    """Return text as one line that more text can follow: with a colon, unless it ends with a punctuation mark.

    Args:
        text: The text.
        label: A label between the text and the colon.
    """
    line = one_line(text)
    return line + label if line.endswith(("?", ".", "!", ":", "…")) else f"{line}{label}:"


def said(part: Json, name: str) -> str:
    """Return one of a part's texts as one line, with the label if it is not the source's."""
    return one_line(part[name]) + label_of(part, name)


def label_of(part: Json, name: str) -> str:
    """Return the label of a text that is not the source's."""
    return f" ({say('ours')})" if name in part.get("ours", ()) else ""


def parts_with_texts(record: Json) -> Iterable[Json]:
    """Yield every part of a record that has texts of the tree."""
    for name in ("answers", "set_aside", "open", "confirm"):
        yield from record[name]
    yield from record.get("steps", ())
    for part in record["ruled_out"]:
        yield part["by"]
    for part in record["changes"]:
        yield from (*part["changed"], *part["added"])
    if record["outcome"]:
        yield from (record["outcome"], *combined(record["outcome"]), *record["outcome"].get("qualities", ()))


def asked(part: Json) -> Line:
    """Return a question with its answer."""
    return Run(f"{ended(part['ask'], label_of(part, 'ask'))} "), Run(said(part, "label"), strong=True)


def answered(part: Json) -> Line:
    """Return a question with its answer and the reason why the answer leads where it does."""
    because = (Run(f": {said(part, 'because')}"),) if "because" in part else ()
    return *asked(part), *because


def evidence(part: Json) -> tuple[Item, ...]:
    """Return who gave an answer and when, as the item below it; nothing if the reader has not noted it."""
    given = part.get("evidence", {})
    words = ", ".join(line for name in ("who", "when") if (line := one_line(given.get(name, ""))))
    return (Item((Run(f"{say('record-evidence')} {words}"),)),) if words else ()


def not_counted(part: Json) -> Item:
    """Return an answer that does not count; "not sure" has who to ask, as its question is not among the open ones."""
    whom = (Run(f": {said(part, 'ask_whom')}"),) if "ask_whom" in part else ()
    return Item((*answered(part), *whom), items=evidence(part))


def named(part: Json, *, strong: bool = False) -> Run:
    """Return the name of an outcome, linked to its page if the page has an address."""
    return Run(one_line(part["title"]), strong=strong, href=part.get("page", ""))


def confirmation(part: Json) -> Item:
    """Return a point to confirm, with its tick, the note on it, and what to do if it can't be confirmed."""
    why = (Run(f" {said(part, 'why')}"),) if "why" in part else ()
    ask = ended(part["ask"], label_of(part, "ask")) if why else said(part, "ask")
    advises = "otherwise" in part and not part["confirmed"]
    otherwise = (Item((Run(f"{say('confirm-otherwise')} {said(part, 'otherwise')}"),)),) if advises else ()
    return Item((Run(ask), *why), ticked=part["confirmed"], typed=paragraphs(part["note"]), items=otherwise)


def step(part: Json) -> Item:
    """Return a step with its tick, its source, and the day on which it was compared with it."""
    title = Run(said(part, "title"), strong=True, href=part.get("url", ""))
    text = (Run(f": {said(part, 'text')}"),) if "text" in part else ()
    reviewed = (Run(f" ({say('step-reviewed', date=day_in_words(part['reviewed']))})"),) if "reviewed" in part else ()
    overdue = (
        (Run(f" {say('step-overdue', date=day_in_words(part['review_by']))}", strong=True),)
        if "overdue" in part
        else ()
    )
    return Item((title, *text, *reviewed, *overdue), ticked=part["done"])


def steps_in_groups(record: Json) -> tuple[Item, ...]:
    """Return the steps of a record below the names of their groups."""
    parts = record.get("steps", ())
    return tuple(
        Item((Run(one_line(group), strong=True),), items=tuple(step(part) for part in parts if part["group"] == group))
        for group in dict.fromkeys(part["group"] for part in parts)
    )


def combined(outcome: Json | None) -> Iterable[Json]:
    """Return the outcomes that an outcome works together with."""
    return outcome.get("combines", ()) if outcome else ()


def combination(part: Json) -> Item:
    """Return an outcome that the outcome works together with, and why."""
    return Item((named(part, strong=True), Run(f": {said(part, 'why')}")))


def ruled_out(part: Json) -> Item:
    """Return an outcome that is ruled out, and the answer that does it."""
    return Item((named(part, strong=True), Run(f": {say('record-because-of')} "), *answered(part["by"])))


def change(record: Json, part: Json) -> Item:
    """Return the answers that would lead to another outcome, with a link to that state if it has an address."""
    page = record.get("address", "").partition("#")[0]
    title = Run(one_line(part["title"]), strong=True, href=f"{page}#{part['link']}" if page else "")
    # The link has the answers in the order asked.
    number_of = {pair.name: number for number, pair in enumerate(parts_of(part["link"]).parts)}
    steps = [
        (number_of[step["question"]], Item((Run(f"{say(word)} "), *answered(step))))
        for word, steps in (("record-instead", part["changed"]), ("record-and", part["added"]))
        for step in steps
    ]
    return Item((title,), items=tuple(item for _, item in sorted(steps, key=lambda step: step[0])))


def source_line(source: Json) -> Line:
    """Return the title, the address and the licence; the address is also text, so that it can be typed from paper."""
    url, licence = source.get("url", ""), source.get("licence", "")
    title = Run(one_line(source["title"]))
    address = (Run(", "), Run(one_line(url), href=url)) if url else ()
    return (title, *address, *((Run(f", {one_line(licence)}"),) if licence else ()))


def about_quality(part: Json) -> Item:
    """Return what to expect of an outcome in respect of one quality."""
    values = ", ".join(one_line(value["label"]) for value in part["values"])
    texts = (values, *(said(part, name) for name in ("text", "more") if name in part))
    return Item(
        (
            Run(f"{said(part, 'title')}:", strong=True),
            Run("".join(f" {ended_with_a_stop(text)}" for text in texts if text)),
        )
    )


def ended_with_a_stop(text: str) -> str:
    """Return a line that another sentence can follow."""
    return text if text.endswith(("?", ".", "!", "…", ")")) else f"{text}."
