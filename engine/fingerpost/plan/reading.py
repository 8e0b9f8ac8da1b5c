"""Reads a plan's JSON: keeps what it can, and says what it left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from fingerpost.answers.link import cut
from fingerpost.plan.model import KIND, MOST_NEEDS, VERSION, Need, Plan
from fingerpost.plan.need_ids import as_id, derived_id
from fingerpost.plan.reading_needs import read_need, read_text
from fingerpost.text.json_text import loads
from fingerpost.text.visible import visible_line
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree, is_edition

_FIELDS: Final = ("kind", "version", "tree", "edition", "title", "needs", "date", "results")
"""The last two are in a plan's file for others; here, the results are worked out again."""


class PlanFormatError(ValueError):
    """The text is not a plan that can be opened here; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A plan that was read.

    Attributes:
        plan: The plan.
        left_out: A sentence for each part that could not be read and is not in the plan.
    """

    plan: Plan
    left_out: tuple[str, ...] = ()


def new_plan(tree: Tree) -> Plan:
    """Return a plan without needs."""
    return Plan(tree.id, tree.edition)


def read_plan(tree: Tree, text: str) -> PlanReading:
    """Read a plan.

    Args:
        tree: The tree that the plan is for.
        text: The JSON of a plan.

    Raises:
        PlanFormatError: The text is no plan, or is one for another tree or of a later version.
    """
    data = _checked(tree, text)
    trouble = [say("plan-unknown-field", field=visible_line(cut(name))) for name in data if name not in _FIELDS]
    title = read_text(data, "title", say("plan-whole"), trouble)
    edition = data.get("edition")
    if not isinstance(edition, str) or not is_edition(edition):
        edition = tree.edition
    needs = tuple(_needs(data.get("needs", []), trouble))
    return PlanReading(Plan(tree.id, edition, title, needs), tuple(trouble))


def _checked(tree: Tree, text: str) -> Mapping[str, object]:
    """Return the data of a plan that can be opened here."""
    try:
        data: Any = loads(text.removeprefix("\ufeff"))
    except ValueError:
        raise PlanFormatError(say("plan-not-one")) from None
    match data:
        case {"kind": kind, "version": int(version), "tree": str(tree_id)} if kind == KIND:
            if isinstance(version, bool) or version < 1:
                raise PlanFormatError(say("plan-not-one"))
            # A later version of this engine brings the plans of earlier ones up to date here.
            if version > VERSION:
                raise PlanFormatError(say("plan-later-version"))
            if tree_id != tree.id:
                raise PlanFormatError(say("plan-other-tree"))
            return cast("Mapping[str, object]", data)
        case _:
            raise PlanFormatError(say("plan-not-one"))


def _needs(data: object, trouble: list[str]) -> Iterator[Need]:
    """Yield the needs that can be read, each with an id of its own."""
    if not isinstance(data, list):
        trouble.append(say("plan-no-needs"))
        return
    parts = cast("list[object]", data)
    if len(parts) > MOST_NEEDS:
        trouble.append(say("plan-needs-left-out", most=MOST_NEEDS, count=len(parts) - MOST_NEEDS))
    # The ids in the file come before those made up here, so that no need takes the id of another one.
    taken = {as_id(_id_in(part)) for part in parts}
    met: set[str] = set()
    for number, part in enumerate(parts[:MOST_NEEDS], 1):
        need = read_need(part, say("plan-need-number", number=number), trouble)
        if need is None:
            continue
        if not need.id or need.id in met:
            need = need.with_values(id=derived_id(need, taken))
            taken.add(need.id)
        met.add(need.id)
        yield need


def _id_in(part: object) -> object:
    return cast("dict[str, object]", part).get("id") if isinstance(part, dict) else None
