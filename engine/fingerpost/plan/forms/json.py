"""The plan's file, which the page can open again, with what the plan comes to for other programs."""

from __future__ import annotations

from fingerpost.plan.form import PlanForm
from fingerpost.plan.results import results_of
from fingerpost.plan.whole import WholePlan
from fingerpost.plan.writing import as_json, indented


def write(whole: WholePlan) -> str:
    """Return a plan as JSON; a reader of plans works the results out again."""
    date = {"date": whole.date} if whole.date else {}
    return indented({**as_json(whole.plan), **date, "results": results_of(whole)})


FORM = PlanForm(order=300, extension="json", media_type="application/json", write=write)
