"""Builds the record as plain data, in the form that `docs/reference/fingerpost-record.schema.json` describes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.state import State
from fingerpost.record.addresses import absolute
from fingerpost.record.naming import title_of
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.text.markup import Text
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE, Outcome, Tree

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
) -> Json:
    """Return the record of a state.

    Args:
        state: The state.
        notes: The reader's notes.
        address: Address of the page that shows the tree, without a fragment; empty if there is none.
        date: The day of the record as YYYY-MM-DD; empty leaves it out.
        pages: Outcome id to the link to its page, as in the page with the tree.

    Raises:
        ValueError: A question or answer id is not in the tree.
    """
    tree, answers, position = state.tree, state.answers, state.position
    explanation = Explanation(state)
    decided = position.decided
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
        "answers": [_answered(tree, question, answers[question]) for question in position.counted],
        "set_aside": [_answered(tree, question, answers[question]) for question in position.set_aside],
        "outcome": None if decided is None else _outcome(tree.outcomes[decided], outcomes),
        "possible": [outcomes[outcome] for outcome in position.possible],
        "forced_by": list(explanation.forcing),
        "ruled_out": [
            outcomes[outcome] | {"by": _answered(tree, question, answers[question])}
            for outcome, question in explanation.ruled_out.items()
        ],
        "changes": [
            outcomes[outcome]
            | {
                "changed": _all_answered(tree, change.changed),
                "added": _all_answered(tree, change.added),
                "link": change.applied_to(state).link,
            }
            for outcome, change in explanation.alternatives.items()
        ],
        "open": [_open(tree, question) for question in explanation.open],
        "confirm": _confirm(tree, decided, notes),
        "link": state.link,
        "address": f"{address}#{state.link}" if address else "",
    }
    return {name: value for name, value in record.items() if value != ""}


def _source(tree: Tree) -> Json | str:
    if tree.source is None:
        return ""
    source = {"title": tree.source.title, "url": tree.source.url, "licence": tree.source.licence}
    return {name: value for name, value in source.items() if value is not None}


def _answered(tree: Tree, question_id: str, answer_id: str) -> Json:
    question = tree.questions[question_id]
    answer = question.answer(answer_id)
    answered: Json = {"question": question_id, "answer": answer_id}
    if answer_id == UNSURE or answer is None:
        return answered | {"label": say("answered-unsure")} | _texts(ask=question.ask, ask_whom=question.unsure)
    return answered | _texts(ask=question.ask, label=answer.label, because=answer.because)


def _all_answered(tree: Tree, answers: Mapping[str, str]) -> list[Json]:
    return [_answered(tree, question, answer) for question, answer in answers.items()]


def _page(address: str, href: str) -> Json:
    page = absolute(address, href) if href else ""
    return {"page": page} if page else {}


def _outcome(outcome: Outcome, outcomes: Mapping[str, Json]) -> Json:
    """Return the outcome with its texts and the outcomes that it works with."""
    combines = [outcomes[other] | _texts(why=why) for other, why in outcome.combines.items() if other in outcomes]
    texts = _texts(title=outcome.title, summary=outcome.summary)
    return outcomes[outcome.id] | texts | ({"combines": combines} if combines else {})


def _open(tree: Tree, question_id: str) -> Json:
    question = tree.questions[question_id]
    return {"question": question_id} | _texts(ask=question.ask, ask_whom=question.unsure)


def _confirm(tree: Tree, decided: str | None, notes: Notes) -> list[Json]:
    """Return the considerations of the outcome with the notes on them, which are those that the page shows."""
    return [_confirmation(tree, name, notes) for name in (tree.outcomes[decided].confirm if decided else ())]


def _confirmation(tree: Tree, name: str, notes: Notes) -> Json:
    consideration = tree.considerations[name]
    noted = notes.confirmations.get(name, Confirmation())
    texts = _texts(ask=consideration.ask, why=consideration.why)
    return {"id": name} | texts | {"confirmed": noted.confirmed, "note": noted.note}


def _texts(**texts: Text | None) -> Json:
    """Return the texts that exist, as plain text, and the names of those that are not the source's."""
    there = {name: text for name, text in texts.items() if text is not None}
    ours = [name for name, text in there.items() if text.ours]
    return {name: text.plain for name, text in there.items()} | ({"ours": ours} if ours else {})
