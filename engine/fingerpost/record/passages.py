"""The passages that several documents about a record have in common."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.record.blocks import Block, Item, Items, Line, Run, Typed
from fingerpost.record.items import (
    Json,
    about_quality,
    asked,
    ended,
    label_of,
    named,
    parts_with_texts,
    said,
    source_line,
    steps_in_groups,
)
from fingerpost.record.typed import one_line, paragraphs
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE


def context(record: Json) -> Block:
    """Return the need in the reader's own words."""
    need = paragraphs(record.get("need", ""))
    return Typed(need) if need else (Run(say("record-no-need")),)


def options(record: Json) -> Iterable[Item]:
    """Yield each outcome, with a mark if it is ruled out."""
    for part in record["possible"]:
        yield Item((named(part),))
    for part in record["ruled_out"]:
        yield Item((named(part), Run(f" ({say('record-ruled-out')})")))


def chosen(outcome: Run) -> Line:
    """Return the sentence that names the outcome chosen."""
    before, after = say("record-chosen", title="\0").split("\0")
    return tuple(run for run in (Run(before), outcome, Run(after)) if run.text)


def decision(record: Json) -> tuple[Block, ...]:
    """Return the outcome with its summary and its page, or that there is none yet."""
    outcome = record["outcome"]
    if outcome is None:
        return ((Run(say("record-several-possible")),),)
    sentence = chosen(named(outcome))
    summary = (Run(said(outcome, "summary")),) if "summary" in outcome else ()
    page = (Run(f"{say('record-page')} "), Run(outcome["page"], href=outcome["page"])) if "page" in outcome else ()
    return tuple(line for line in (sentence, summary, page) if line)


def steps(record: Json) -> tuple[Block, ...]:
    """Return the steps after the result in their groups, below the line that says whose they are."""
    groups = steps_in_groups(record)
    return ((Run(f"{say('steps-lead')} ({say('ours')})"),), groups) if groups else ()


def enough_answers(record: Json) -> tuple[Block, ...]:
    """Return the answers that are enough to decide; nothing if it takes all of them, which would add no information."""
    forcing = [part for part in record["answers"] if part["question"] in record["forced_by"]]
    if not forcing or len(forcing) == len(record["answers"]):
        return ()
    return (Run(say("record-forced-by")),), tuple(Item(asked(part)) for part in forcing)


def open_questions(record: Json) -> Iterable[Item]:
    """Yield each question without a definite answer, with who to ask."""
    unsure = (part for part in record["answers"] if part["answer"] == UNSURE)
    for part in (*unsure, *record["open"]):
        whom = (Run(f" {said(part, 'ask_whom')}"),) if "ask_whom" in part else ()
        ask = ended(part["ask"], label_of(part, "ask")) if whom else said(part, "ask")
        yield Item((Run(ask), *whom))


def about(record: Json, *, labelled: bool = True) -> Iterable[Item]:
    """Yield what the record was made with, the source of the guidance, and the link to the answers.

    Args:
        record: The record.
        labelled: Whether the document has texts of the tree, some of which may have a label that needs an explanation.
    """
    tree = record["tree"]
    yield Item((Run(say("record-edition", tree=one_line(tree["title"]), edition=one_line(tree["edition"]))),))
    if "source" in record:
        yield Item((Run(f"{say('record-source')} "), *source_line(record["source"])))
    if labelled and any("ours" in part for part in parts_with_texts(record)):
        yield Item((Run(say("record-ours")),))
    address = record.get("address", "")
    yield Item((Run(f"{say('record-answers-link')} "), Run(address or one_line(record["link"]), href=address)))


def qualities(record: Json) -> Items:
    """Return what to expect of the outcome; nothing if its tree doesn't compare outcomes."""
    outcome = record["outcome"]
    return tuple(about_quality(part) for part in outcome.get("qualities", ())) if outcome else ()
