"""Where each answer leads, from the answers that show each item.

If an answer shows several items, all but the last are questions that never count: they are asked on the way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from fingerpost.importing.fhir.conditions import Step, Steps
from fingerpost.importing.fhir.items import Item
from fingerpost.source.collector import Collector
from fingerpost.text.markup import plain_text
from fingerpost.tree.graph import Graph
from fingerpost.tree.model import Answer, Question

_BEGINNING: Step = ("", 0)
"""The step before the first question."""


@dataclass(slots=True)
class Routes:
    """The routes of a tree.

    Attributes:
        items: The questions and texts, in file order.
        shown_by: The answers that show each.
        found: Receives the findings.
        targets: The linkId of the item that each answer leads to.
        passing: The questions that never count, each with the linkId of the item that is shown with it.
        results: The texts that are results, each with the text that belongs to it, if there is one.
    """

    items: Sequence[Item]
    shown_by: Mapping[str, Steps | None]
    found: Collector
    targets: dict[Step, str] = field(default_factory=dict[Step, str])
    passing: dict[str, str] = field(default_factory=dict[str, str])
    results: dict[str, Item | None] = field(default_factory=dict[str, "Item | None"])
    _by_id: dict[str, Item] = field(default_factory=dict[str, Item])

    def find(self) -> str | None:
        """Find every route, and return the linkId of the first item; None if there is none."""
        self._by_id = {item.link_id: item for item in self.items}
        summaries = self._summaries()
        shown: dict[Step, list[Item]] = {}
        for item in self.items:
            if item.link_id not in summaries:
                for step in self.shown_by[item.link_id] or (_BEGINNING,):
                    shown.setdefault(step, []).append(item)
        asked = {step[0] for step in shown}
        left_out: dict[str, Item] = {}
        for step, items in shown.items():
            self._lead(step, items, asked, left_out)
        for item in left_out.values():
            if item.link_id not in self.results:
                message = f"The text '{item.link_id}' is followed by other items, so it is no result."
                hint = "If readers need it, write it into the help of the question."
                self.found.add("import-left-out", item.place, message, hint)
        self.results = {item: text for item, text in self._with_summaries(summaries).items() if item in self.results}
        self._check_passing()
        return self.targets.pop(_BEGINNING, None)

    def _summaries(self) -> dict[str, Item]:
        """Return the texts that belong to the text before them, each with that text: both are shown together."""
        found: dict[str, Item] = {}
        first: Item | None = None
        for item in self.items:
            if item.is_question:
                first = None
            elif first is not None and self.shown_by[item.link_id] == self.shown_by[first.link_id]:
                found[item.link_id] = first
            else:
                first = item
        return found

    def _with_summaries(self, summaries: Mapping[str, Item]) -> dict[str, Item | None]:
        found: dict[str, Item | None] = {item.link_id: None for item in self.items if not item.is_question}
        for link_id, first in summaries.items():
            if found.get(first.link_id) is None:
                found[first.link_id] = self._by_id[link_id]
            elif first.link_id in self.results:
                message = f"'{first.link_id}' has a third text, and an outcome has a title and a summary."
                self.found.add("import-left-out", self._by_id[link_id].place, message, "Write it on a page.")
        return found

    def _lead(self, step: Step, items: list[Item], asked: set[str], left_out: dict[str, Item]) -> None:
        """Let an answer lead to the first of the items that it shows, and each of these to the next."""
        last_question = max((number for number, item in enumerate(items) if item.is_question), default=-1)
        left_out |= {item.link_id: item for item in items[:last_question] if not item.is_question}
        texts = items[last_question + 1 :]
        way = [item for item in items[: last_question + 1] if item.is_question]
        if texts:
            way.append(texts[0])
            self.results[texts[0].link_id] = None
        for other in texts[1:]:
            message = f"One answer shows two results, '{texts[0].link_id}' and '{other.link_id}'."
            self.found.add("import-contradiction", other.place, message, "Let each answer show one result.")
            self.results.setdefault(other.link_id, None)
        self.targets[step] = way[0].link_id
        for item, following in pairwise(way):
            if item.link_id in asked:
                self._pass(item, way[-1].link_id)
            else:
                self._pass(item, following.link_id)
                for number in range(len(item.options)):
                    self.targets.setdefault((item.link_id, number), following.link_id)

    def _pass(self, item: Item, following: str) -> None:
        before = self.passing.setdefault(item.link_id, following)
        if before != following:
            message = f"'{item.link_id}' is followed by '{before}' after one answer and by '{following}' after another."
            hint = "Show each of them after an answer to this question."
            self.found.add("import-no-equivalent", item.place, message, hint)

    def _check_passing(self) -> None:
        """Make sure that the answers to a question shown together with another item change nothing."""
        questions = {item.link_id: self._question(item) for item in self.items if item.is_question}
        graph = Graph(self.targets.get(_BEGINNING, ""), questions, self.results)
        after = graph.passed_through
        for link_id, following in self.passing.items():
            if after.get(link_id) not in (following, after.get(following)):
                item = self._by_id[link_id]
                message = f"'{link_id}' is shown together with '{following}', and its answers lead elsewhere, too."
                hint = "Show one of them after the answers to the other."
                self.found.add("import-no-equivalent", item.place, message, hint)

    def _question(self, item: Item) -> Question:
        none = plain_text("")
        answers = [
            Answer(str(number), none, self.targets.get((item.link_id, number), ""))
            for number in range(len(item.options))
        ]
        return Question(item.link_id, none, tuple(answers), informative=item.link_id in self.passing)
