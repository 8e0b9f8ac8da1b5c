"""The answers that show each item, from the conditions of a Questionnaire.

A tree reaches an item by one of some answers. A condition on several answers at once is the same if, to give one of
them, one must have given the others before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from fingerpost.importing.fhir.items import Item, Items, linked
from fingerpost.importing.fhir.options import key_of
from fingerpost.importing.json_places import Object
from fingerpost.source.collector import Collector

type Step = tuple[str, int]
"""The linkId of a question, and the number of one of its answers."""

type Steps = frozenset[Step]

_SEVERAL: Final = "Show it after one answer, and ask the other question before or after that one."


@dataclass(slots=True)
class Conditions:
    """Reads the conditions of all items.

    Attributes:
        items: The items.
        found: Receives the findings.
        shown_by: The linkId of each item to the answers of which one shows it; None if it is there from the beginning.
    """

    items: Items
    found: Collector
    shown_by: dict[str, Steps | None] = field(default_factory=dict[str, "Steps | None"])
    _questions: dict[str, Item] = field(default_factory=dict[str, Item])
    _failed: set[str] = field(default_factory=set[str])

    def read(self) -> Mapping[str, Steps | None]:
        """Return the answers that show each item; without the items whose conditions a tree can't have."""
        self._questions = {item.link_id: item for item in self.items.all if item.is_question}
        waiting: list[tuple[Item, list[Steps]]] = []
        for item in self.items.all:
            parts = self._parts(item)
            if parts is None:
                self._failed.add(item.link_id)
            elif len(parts) < 2:
                self.shown_by[item.link_id] = parts[0] if parts else None
            else:
                waiting.append((item, parts))
        while waiting:
            left = [(item, parts) for item, parts in waiting if not self._settle(item, parts)]
            if len(left) == len(waiting):
                break
            waiting = left
        for item, parts in waiting:
            self._report(item, parts)
        return self.shown_by

    def _parts(self, item: Item) -> list[Steps] | None:
        """Return sets of answers, of each of which one must be given; None after a finding."""
        parts: list[Steps] = []
        for part in (*item.above, item):
            own = self._own_parts(part)
            if own is None:
                return None
            # What stands inside a question is there when that question is.
            parts += own
        return list(dict.fromkeys(parts))

    def _own_parts(self, item: Item) -> list[Steps] | None:
        if item.link_id in self._failed:
            return None
        conditions = list(item.node.objects("enableWhen"))
        sets = [self._steps(condition) for condition in conditions]
        known = [steps for steps in sets if steps is not None]
        if len(known) < len(sets):
            self._failed.add(item.link_id)
            return None
        if item.node.text("enableBehavior") == "all":
            return known
        return [frozenset[Step]().union(*known)] if known else []

    def _steps(self, condition: Object) -> Steps | None:
        """Return the answers that fulfil a condition; None after a finding."""
        link_id, operator = linked(condition), condition.text("operator")
        question = self._questions.get(link_id)
        if link_id not in self.items.known:
            message = f"There is no item '{link_id}' for this condition."
            self.found.add("import-unknown-value", condition.place, message, "Name the linkId of a question.")
            return None
        if question is None:
            message = f"The condition is about '{link_id}', which is no question with a choice of answers."
            hint = "Ask a question with a fixed choice of answers, and name it here."
            self.found.add("import-no-equivalent", condition.place, message, hint)
            return None
        exists = condition.fields.get("answerBoolean")
        if operator == "exists" and exists is not None and condition.is_true("answerBoolean"):
            return frozenset((link_id, number) for number in range(len(question.options)))
        key = key_of(condition, "answer")
        if operator != "=" or key is None:
            message = f"The condition on '{link_id}' has the operator '{operator}' with this value."
            hint = "Use '=' with one of the answers, and one condition for each answer."
            self.found.add("import-no-equivalent", condition.place_of("operator"), message, hint)
            return None
        steps = frozenset((link_id, number) for number, each in enumerate(question.options) if each.key.matches(key))
        if not steps:
            message = f"The question '{link_id}' has no answer '{key.value}'."
            self.found.add("import-unknown-value", condition.place, message, "Name one of its answers.")
            return None
        return steps

    def _settle(self, item: Item, parts: list[Steps]) -> bool:
        """Find the set of answers that can only be given after one of each of the other sets."""
        for part in parts:
            others = [other for other in parts if other is not part]
            if all(self._needs(step, other) for step in part for other in others):
                self.shown_by[item.link_id] = part
                return True
        return False

    def _needs(self, step: Step, others: Steps) -> bool:
        """Return whether an answer can only be given after one of others, or is one of them."""
        if step in others:
            return True
        seen = {step[0]}
        waiting = [step[0]]
        while waiting:
            before = self.shown_by.get(waiting.pop())
            if not before:
                return False
            for earlier in before - others:
                if earlier[0] not in seen:
                    seen.add(earlier[0])
                    waiting.append(earlier[0])
        return True

    def _report(self, item: Item, parts: list[Steps]) -> None:
        place = item.node.place_of("enableWhen")
        questions = [{question for question, _ in part} for part in parts]
        single = [next(iter(part)) for part in parts if len(part) == 1]
        answered = dict(single)
        if len(single) == len(parts) and any(answered[question] != number for question, number in single):
            message = f"'{item.link_id}' is shown after two answers to one question, so it is never shown."
            self.found.add("import-contradiction", place, message, "Correct the condition.")
            return
        names = " and ".join(f"'{min(part)}'" for part in questions)
        message = f"'{item.link_id}' depends on answers to {names} together, and a tree asks one after the other."
        self.found.add("import-no-equivalent", place, message, _SEVERAL)


def in_order(items: Items, shown_by: Mapping[str, Steps | None]) -> Iterator[Item]:
    """Yield the questions and texts whose conditions are known, in file order."""
    return (item for item in items.all if item.link_id in shown_by)
