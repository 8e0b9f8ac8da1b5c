"""Everything about the plans of one tree that the page asks for, with what was worked out kept for the next call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from fingerpost.plan.conflicts import conflicts_in
from fingerpost.plan.forms import FORMS
from fingerpost.plan.forms.html import content
from fingerpost.plan.link import plan_link
from fingerpost.plan.model import Plan
from fingerpost.plan.need_ids import digest
from fingerpost.plan.opening import open_plan
from fingerpost.plan.operations import Operation, do_all
from fingerpost.plan.page import foot, head
from fingerpost.plan.page_need import need_html
from fingerpost.plan.reading import PlanFormatError, PlanReading, new_plan, read_plan
from fingerpost.plan.standing import Standing, Standings
from fingerpost.plan.whole import whole_plan
from fingerpost.plan.writing import as_json, compact, text_of
from fingerpost.record.naming import name_of
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import explanation, labelled
from fingerpost.tree.model import Tree

type Json = dict[str, Any]

_MOST_ROWS: Final = 2_000


@dataclass(frozen=True, slots=True)
class _Row:
    """The HTML of a need, which does not depend on its place in the plan."""

    html: str
    digest: str
    has_labels: bool

    def shown(self, need_id: str, known: Mapping[str, object]) -> list[str]:
        """Return the id of the need, the digest of its HTML, and the HTML unless the page has it."""
        return [need_id, self.digest, "" if known.get(need_id) == self.digest else self.html]


class Planner:
    """The plans of one tree on one page."""

    def __init__(self, tree: Tree, surroundings: Surroundings) -> None:
        """Prepare for a tree that passed its checks, and for the addresses of the page with the plan."""
        self.tree = tree
        self._surroundings = surroundings
        self._standings = Standings(tree)
        self._rows: dict[str, _Row] = {}
        self._latest: tuple[str, Plan] = ("", new_plan(tree))

    def answer(self, text: str, operations: Iterable[Operation], known: Mapping[str, object], now: int) -> Json:
        """Return a stored plan after operations, as text and as HTML, or `refused` with the reason.

        Args:
            text: The stored text; empty if nothing is stored.
            operations: The operations.
            known: The digest of the HTML that the page has already, by the need's id, and of the `head` and the `foot`.
            now: The time, in milliseconds since 1970.

        Raises:
            OperationError: An operation is not understood.
        """
        try:
            reading = self._read(text)
        except PlanFormatError as fault:
            return {"refused": str(fault)}
        done = do_all(self.tree, reading.plan, operations, now)
        data = as_json(done.plan)
        standings = self._standings.of_plan(done.plan)
        rows = [self._row(standing, compact(part)) for standing, part in zip(standings, data["needs"], strict=True)]
        found = conflicts_in(self.tree, standings)
        parts = {
            "head": head(self.tree, done.plan, standings),
            "foot": self._explained(foot(self.tree, standings, found, self._surroundings), rows),
        }
        named = {name: digest(html) for name, html in parts.items()}
        written = compact(data)
        self._latest = (written, done.plan)
        return {
            "plan": written,
            "undo": list(done.undo),
            "html": {
                **{name: "" if known.get(name) == named[name] else html for name, html in parts.items()},
                "hash": named,
                "needs": [row.shown(part.need.id, known) for part, row in zip(standings, rows, strict=True)],
            },
            "said": done.said,
            "trouble": [*reading.left_out, *done.trouble],
        }

    def link(self, text: str) -> Json:
        """Return the link text that carries a stored plan, or `refused` with the reason."""
        try:
            return {"link": plan_link(self._read(text).plan)}
        except PlanFormatError as fault:
            return {"refused": str(fault)}

    def open(self, text: str) -> Json:
        """Return the plan in a link or in the text of a file, or `refused` with the reason."""
        try:
            reading, _ = open_plan(self.tree, text)
        except PlanFormatError as fault:
            return {"refused": str(fault)}
        return {"plan": text_of(reading.plan), "trouble": list(reading.left_out)}

    def forms(self, text: str, date: str, address: str, needed: Iterable[str]) -> Json:
        """Return a stored plan in its forms, or `refused` with the reason.

        Args:
            text: The stored text.
            date: The day as `YYYY-MM-DD`.
            address: The address of the page with the plan.
            needed: The names of the forms; `print` is the HTML without what stands around it.
        """
        try:
            plan = self._read(text).plan
        except PlanFormatError as fault:
            return {"refused": str(fault)}
        whole = whole_plan(self._standings, plan, date=date, address=address, surroundings=self._surroundings)
        name = name_of(plan.title, self.tree.id, "plan")
        written = {
            form: {"file": f"{name}.{how.extension}", "type": how.media_type, "text": how.write(whole)}
            for form, how in FORMS.items()
            if form in needed
        }
        if "print" in needed:
            written["print"] = {"text": content(whole)}
        return {"forms": written}

    def _read(self, text: str) -> PlanReading:
        if not text:
            return PlanReading(new_plan(self.tree))
        latest, plan = self._latest
        # What the page has stored is nearly always what the last call returned.
        return PlanReading(plan) if text == latest else read_plan(self.tree, text)

    def _explained(self, html: str, rows: Iterable[_Row]) -> str:
        """Return the foot, with the explanation of the labels in it and in the needs if there are any."""
        has_labels = labelled(html) or any(row.has_labels for row in rows)
        return html + explanation("ours-meaning", self.tree.source) if has_labels else html

    def _row(self, standing: Standing, said: str) -> _Row:
        """Return the HTML of a need, which follows from what it says."""
        found = self._rows.get(said)
        if found is None:
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            html = need_html(standing, self._surroundings)
            found = self._rows[said] = _Row(html, digest(html), labelled(html))
        return found
