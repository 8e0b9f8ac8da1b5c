"""What a plan comes to, as plain data for the plan's file: for programs, and for whoever opens the file elsewhere."""

from __future__ import annotations

from typing import Any

from fingerpost.plan.standing import Standing
from fingerpost.plan.whole import WholePlan
from fingerpost.record.parts import Parts
from fingerpost.render.notices import problem_text

type Json = dict[str, Any]


def results_of(whole: WholePlan) -> Json:
    """Return what each need leads to, and what they come to together."""
    titles = {outcome.id: outcome.title.plain for outcome in whole.tree.outcomes.values()}
    ids = {standing.number: standing.need.id for standing in whole.standings}
    return {
        "needs": [_need(whole, standing, titles) for standing in whole.standings],
        "used": [
            {"id": each.outcome.id, "title": titles[each.outcome.id], "needs": [ids[number] for number in each.numbers]}
            for each in whole.used
        ],
        "combines": [
            {"outcomes": [pair.one.id, pair.other.id], "texts": [whole.words(text) for text in pair.texts]}
            for pair in whole.combinations
        ],
        "conflicts": [
            {
                "id": found.conflict.id,
                "text": whole.words(found.conflict.text),
                "first": [ids[number] for number in found.first],
                "second": [ids[number] for number in found.second],
                "certain": found.certain,
            }
            for found in whole.conflicts
        ],
    }


def _need(whole: WholePlan, standing: Standing, titles: dict[str, str]) -> Json:
    link = standing.link
    parts = Parts(whole.tree, whole.address)
    outcome: Json | None = None
    if link.outcome is not None:
        page = whole.page_of(link.outcome)
        outcome = {"id": link.outcome.id, "title": titles[link.outcome.id]} | ({"page": page} if page else {})
    address = whole.link_of(standing)
    return {
        "id": standing.need.id,
        "outcome": outcome,
        "possible": [{"id": name, "title": titles[name]} for name in link.possible],
        "reasons": [whole.words(text) for text in link.reasons],
        "answers": [parts.answered(question, answer) for question, answer in link.answers.items()],
        "open": [parts.open(question) for question in link.open],
        "to_confirm": list(standing.unconfirmed),
        "notices": [problem_text(whole.tree, problem, link.reading.edition) for problem in link.reading.problems],
        **({"address": address} if address else {}),
    }
