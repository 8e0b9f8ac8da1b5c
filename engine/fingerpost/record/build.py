"""Builds the record as plain data, in the form that `docs/reference/fingerpost-record.schema.json` describes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.state import State
from fingerpost.record.addresses import absolute
from fingerpost.record.naming import title_of
from fingerpost.record.notes import Notes
from fingerpost.record.parts import Parts
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree

type Json = dict[str, Any]

KIND = "fingerpost-record"
"""Identifies the file as a record."""

NO_PAGES: Mapping[str, str] = {}

VERSION = 1
"""The version of the record's format."""


def build_record(
    state: State,
    notes: Notes,
    *,
    address: str = "",
    date: str = "",
    pages: Mapping[str, str] = NO_PAGES,
    texts_on: str = "",
) -> Json:
    """Return the record of a state.

    Args:
        state: The state.
        notes: The reader's notes.
        address: Address of the page that shows the tree, without a fragment; empty if there is none.
        date: The day of the record as `YYYY-MM-DD`; empty leaves it out.
        pages: Outcome id to the link to its page, as in the page with the tree.
        texts_on: Address of the page for which the links in the tree's texts were made; empty leaves them as they are.

    Returns:
        The record, as the published JSON Schema of records describes it. `FORMS` writes it for readers.

    Raises:
        ValueError: A question or answer id is not in the tree.

    Examples:
        >>> state = fingerpost.State(fingerpost.read("tree.yml"), {"discussion": "no"})
        >>> record = fingerpost.build_record(state, fingerpost.Notes("The office moves."), date="2026-05-01")
        >>> record["outcome"]["title"], record["need"]
        ('A message', 'The office moves.')
    """
    tree, answers, position = state.tree, state.answers, state.position
    parts = Parts(tree, texts_on)
    explanation = Explanation(state)
    decided = position.decided
    numbers = {question: number for number, question in enumerate(tree.graph.order, 1)}
    outcomes = {
        name: {"id": name, "title": outcome.title.plain} | _page(address, pages.get(name, ""))
        for name, outcome in tree.outcomes.items()
    }
    record: Json = {
        "kind": KIND,
        "version": VERSION,
        "title": title_of(
            notes.need, tree.title.plain, outcomes[decided]["title"] if decided else say("record-undecided")
        ),
        "status": say("record-status-proposed"),
        "date": date,
        "need": notes.need,
        "tree": {"id": tree.id, "title": tree.title.plain, "edition": tree.edition},
        "source": _source(tree),
        "answers": [
            parts.given(question, answers[question], notes) | {"number": numbers[question]}
            for question in position.counted
        ],
        "set_aside": [parts.given(question, answers[question], notes) for question in position.set_aside],
        "outcome": None if decided is None else parts.outcome(tree.outcomes[decided], outcomes),
        "possible": [outcomes[outcome] for outcome in position.possible],
        "forced_by": list(explanation.forcing),
        "ruled_out": [
            outcomes[outcome] | {"by": parts.answered(question, answers[question])}
            for outcome, question in explanation.ruled_out.items()
        ],
        "changes": [
            outcomes[outcome]
            | {
                "changed": parts.all_answered(change.changed),
                "added": parts.all_answered(change.added),
                "link": change.applied_to(state).link,
            }
            for outcome, change in explanation.alternatives.items()
        ],
        "open": [parts.open(question) for question in explanation.open],
        "confirm": parts.confirm(decided, notes),
        "steps": parts.steps(decided, notes, date) or "",
        "link": state.link,
        "address": f"{address}#{state.link}" if address else "",
    }
    return {name: value for name, value in record.items() if value != ""}


def _source(tree: Tree) -> Json | str:
    if tree.source is None:
        return ""
    source = {"title": tree.source.title, "url": tree.source.url, "licence": tree.source.licence}
    return {name: value for name, value in source.items() if value is not None}


def _page(address: str, href: str) -> Json:
    page = absolute(address, href)
    return {"page": page} if page else {}
