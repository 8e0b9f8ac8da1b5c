"""The parts of a tree as a record has them: plain data, with each text as plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fingerpost.record.addresses import plain_on
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.text.markup import Text
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE, Outcome, Rating, Tree

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one tree.

    Attributes:
        tree: The tree.
        page: Address of the page for which the links in its texts were made; empty leaves them as they are.
    """

    tree: Tree
    page: str

    def answered(self, question_id: str, answer_id: str) -> Json:
        """Return a question with its answer."""
        question = self.tree.questions[question_id]
        answer = question.answer(answer_id)
        answered: Json = {"question": question_id, "answer": answer_id}
        if answer_id == UNSURE or answer is None:
            return (
                answered | {"label": say("answered-unsure")} | self._texts(ask=question.ask, ask_whom=question.unsure)
            )
        return answered | self._texts(ask=question.ask, label=answer.label, because=answer.because)

    def all_answered(self, answers: Mapping[str, str]) -> list[Json]:
        """Return questions with their answers."""
        return [self.answered(question, answer) for question, answer in answers.items()]

    def outcome(self, outcome: Outcome, outcomes: Mapping[str, Json]) -> Json:
        """Return the outcome with its texts and the outcomes that it works with."""
        combines = [
            outcomes[other] | self._texts(why=why) for other, why in outcome.combines.items() if other in outcomes
        ]
        qualities = [self._quality(rating) for rating in outcome.qualities.values() if rating.id in self.tree.qualities]
        texts = self._texts(title=outcome.title, summary=outcome.summary)
        lists = {"combines": combines, "qualities": qualities}
        return outcomes[outcome.id] | texts | {name: parts for name, parts in lists.items() if parts}

    def _quality(self, rating: Rating) -> Json:
        quality = self.tree.qualities[rating.id]
        values = [{"id": name, "label": quality.values[name].plain} for name in rating.values if name in quality.values]
        texts = self._texts(title=quality.title, text=rating.text, more=rating.more)
        return {"id": rating.id, "values": values} | texts

    def open(self, question_id: str) -> Json:
        """Return a question without an answer, with who to ask."""
        question = self.tree.questions[question_id]
        return {"question": question_id} | self._texts(ask=question.ask, ask_whom=question.unsure)

    def confirm(self, decided: str | None, notes: Notes) -> list[Json]:
        """Return the considerations of the outcome with the notes on them, which are those that the page shows."""
        return [self._confirmation(name, notes) for name in (self.tree.outcomes[decided].confirm if decided else ())]

    def _confirmation(self, name: str, notes: Notes) -> Json:
        consideration = self.tree.considerations[name]
        noted = notes.confirmations.get(name, Confirmation())
        texts = self._texts(ask=consideration.ask, why=consideration.why)
        return {"id": name} | texts | {"confirmed": noted.confirmed, "note": noted.note}

    def _texts(self, **texts: Text | None) -> Json:
        """Return the texts that exist, as plain text, and the names of those that are not the source's."""
        there = {name: text for name, text in texts.items() if text is not None}
        ours = [name for name, text in there.items() if text.ours]
        return {name: plain_on(self.page, text) for name, text in there.items()} | ({"ours": ours} if ours else {})
