"""The parts of the page with a plan, of which the page takes those that it does not have."""

from __future__ import annotations

from typing import Any

from fingerpost.plan.model import Plan
from fingerpost.plan.writing import text_of
from plans import OPEN, TOAST, ask, load, need, plan_of


def drawn(plan: Plan, *operations: dict[str, Any], known: dict[str, str] | None = None) -> dict[str, Any]:
    """Return what the door answers for a plan."""
    load()
    return ask("plan", plan=text_of(plan), do=list(operations), known=known or {}, now=1, date="2026-01-31")


def hashes(answer: dict[str, Any]) -> dict[str, str]:
    """Return what a page knows that shows an answer."""
    return {**answer["html"]["hash"], **{name: digest for name, digest, _ in answer["html"]["needs"]}}


def test_a_page_gets_only_the_parts_that_it_lacks() -> None:
    plan = plan_of(need("ka", "First"), need("kb", "Second", TOAST))
    first = drawn(plan)

    again = drawn(plan, known=hashes(first))

    assert [html for _, _, html in again["html"]["needs"]] == ["", ""]
    assert (again["html"]["head"], again["html"]["foot"]) == ("", "")
    assert first["html"]["head"]
    assert first["html"]["foot"]


def test_a_need_that_moves_is_not_drawn_again() -> None:
    plan = plan_of(need("ka", "First"), need("kb", "", OPEN), need("kc", "Third"))
    known = hashes(drawn(plan))

    moved = drawn(plan, {"op": "move", "id": "ka", "to": 2}, known=known)
    removed = drawn(plan, {"op": "remove", "id": "ka"}, known=known)

    assert [(name, html) for name, _, html in moved["html"]["needs"]] == [("kb", ""), ("kc", ""), ("ka", "")]
    assert [(name, html) for name, _, html in removed["html"]["needs"]] == [("kb", ""), ("kc", "")]


def test_the_page_fills_in_the_number_of_a_need() -> None:
    (_, _, html) = drawn(plan_of(need("ka", "", OPEN)))["html"]["needs"][0]

    assert '<span dir="auto">Need <span data-number></span></span>' in html
    assert "disabled" not in html
