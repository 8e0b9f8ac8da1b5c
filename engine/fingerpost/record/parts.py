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
from fingerpost.tree.steps import is_overdue, steps_of

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
        if decided is None:
            return []
        return [self._confirmation(decided, name, notes) for name in self.tree.outcomes[decided].confirm]

    def given(self, question_id: str, answer_id: str, notes: Notes) -> Json:
        """Return a question with its answer, and with who gave it if the reader has noted that."""
        evidence = notes.evidence.get(question_id)
        noted = evidence is not None and (evidence.who.strip() or evidence.when.strip())
        return self.answered(question_id, answer_id) | (
            {"evidence": evidence.to_json()} if evidence is not None and noted else {}
        )

    def steps(self, decided: str | None, notes: Notes, date: str) -> list[Json]:
        """Return the steps of the outcome with the reader's ticks, in the order of their groups.

        Args:
            decided: Id of the outcome; None if there is no result.
            notes: The reader's notes.
            date: The day of the record; a step that was due for review before is marked.
        """
        return [
            {"id": step.id, "group": group.plain}
            | self._texts(title=step.title, text=step.text)
            | {name: value for name in ("url", "reviewed", "review_by") if (value := getattr(step, name)) is not None}
            | ({"overdue": True} if is_overdue(step, date) else {})
            | {"done": step.id in notes.steps}
            for group, steps in (steps_of(self.tree, decided) if decided else ())
            for step in steps
        ]

    def _confirmation(self, outcome: str, name: str, notes: Notes) -> Json:
        consideration = self.tree.considerations[name]
        noted = notes.confirmations.get(name, Confirmation())
        otherwise = self.tree.outcomes[outcome].otherwise.get(name, consideration.otherwise)
        texts = self._texts(ask=consideration.ask, why=consideration.why, otherwise=otherwise)
        return {"id": name} | texts | {"confirmed": noted.confirmed, "note": noted.note}

    def _texts(self, **texts: Text | None) -> Json:
        """Return the texts that exist, as plain text, and the names of those that are not the source's."""
        there = {name: text for name, text in texts.items() if text is not None}
        ours = [name for name, text in there.items() if text.ours]
        return {name: plain_on(self.page, text) for name, text in there.items()} | ({"ours": ours} if ours else {})
