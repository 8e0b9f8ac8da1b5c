"""The picture of a plan."""

from __future__ import annotations

from fingerpost.plan.form import PlanForm
from fingerpost.plan.picture import picture
from fingerpost.plan.whole import WholePlan


def write(whole: WholePlan) -> str:
    """Return the picture of a plan as SVG."""
    return picture(whole.standings) + "\n"


FORM = PlanForm(order=500, extension="svg", media_type="image/svg+xml", write=write)
