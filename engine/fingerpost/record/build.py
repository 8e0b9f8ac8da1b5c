"""The record as plain data, in the form that `docs/reference/fingerpost-record.schema.json` publishes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from fingerpost.explain import Explanation, explain
from fingerpost.link import format_link
from fingerpost.model import UNSURE, Tree
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.wording import say

type Json = dict[str, Any]

KIND = "fingerpost-record"
"""Says in the file what it is."""

VERSION = 1
"""The version of the record's form."""


def build_record(tree: Tree, answers: Mapping[str, str], notes: Notes, *, address: str = "", date: str = "") -> Json:
    """Return the record of a state.

    Args:
        tree: A tree that passed its checks.
        answers: Question id to answer id or `unsure`.
        notes: What the reader added.
        address: Address of the page that shows the tree, without a fragment; empty where there is none.
        date: The day of the record as YYYY-MM-DD; empty leaves it out.

    Raises:
        ValueError: A question or answer id is not in the tree.
    """
    told = explain(tree, answers)
    link = format_link(tree, answers)
    record: Json = {
        "kind": KIND,
        "version": VERSION,
        "date": date,
        "need": notes.need,
        "tree": {"id": tree.id, "title": tree.title.plain, "edition": tree.edition},
        "source": _source(tree),
        "answers": [_answered(tree, question, answers[question]) for question in told.position.counted],
        "set_aside": [_answered(tree, question, answers[question]) for question in told.position.set_aside],
        "outcome": _outcome(tree, told.position.decided),
        "possible": [_named(tree, outcome) for outcome in told.position.possible],
        "forced_by": list(told.forcing),
        "ruled_out": [
            _named(tree, outcome) | {"by": _answered(tree, question, answers[question])}
            for outcome, question in told.ruled_out.items()
        ],
        "changes": [
            _named(tree, outcome)
            | {
                "changed": _all_answered(tree, change.changed),
                "added": _all_answered(tree, change.added),
                "link": format_link(tree, change.applied_to(answers)),
            }
            for outcome, change in told.changes.items()
        ],
        "open": [_open(tree, question) for question in told.open],
        "confirm": _confirm(tree, told, notes),
        "link": link,
        "address": f"{address}#{link}" if address else "",
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
    told: Json = {"question": question_id, "ask": question.ask.plain, "answer": answer_id}
    if answer_id == UNSURE or answer is None:
        return (
            told | {"label": say("answered-unsure")} | _optional("ask_whom", question.unsure and question.unsure.plain)
        )
    return told | {"label": answer.label.plain} | _optional("because", answer.because and answer.because.plain)


def _all_answered(tree: Tree, answers: Mapping[str, str]) -> list[Json]:
    return [_answered(tree, question, answer) for question, answer in answers.items()]


def _named(tree: Tree, outcome_id: str) -> Json:
    return {"id": outcome_id, "title": tree.outcomes[outcome_id].title.plain}


def _outcome(tree: Tree, outcome_id: str | None) -> Json | None:
    if outcome_id is None:
        return None
    summary = tree.outcomes[outcome_id].summary
    return _named(tree, outcome_id) | _optional("summary", summary and summary.plain)


def _open(tree: Tree, question_id: str) -> Json:
    question = tree.questions[question_id]
    return {"question": question_id, "ask": question.ask.plain} | _optional(
        "ask_whom", question.unsure and question.unsure.plain
    )


def _confirm(tree: Tree, told: Explanation, notes: Notes) -> list[Json]:
    """Return the considerations of the outcome, and every other one that the reader noted something about."""
    decided = told.position.decided
    concerned = tree.outcomes[decided].confirm if decided else ()
    noted = (name for name in tree.considerations if notes.confirmations.get(name, Confirmation()) != Confirmation())
    return [_confirmation(tree, name, notes) for name in _once((*concerned, *noted))]


def _confirmation(tree: Tree, name: str, notes: Notes) -> Json:
    consideration = tree.considerations[name]
    noted = notes.confirmations.get(name, Confirmation())
    return (
        {"id": name, "ask": consideration.ask.plain}
        | _optional("why", consideration.why and consideration.why.plain)
        | {"confirmed": noted.confirmed, "note": noted.note}
    )


def _once(names: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(names)


def _optional(name: str, value: str | None) -> Json:
    return {} if value is None else {name: value}
