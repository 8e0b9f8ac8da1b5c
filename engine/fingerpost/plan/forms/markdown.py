"""The plan as a Markdown document."""

from __future__ import annotations

from fingerpost.plan.document import document
from fingerpost.plan.form import PlanForm
from fingerpost.plan.whole import WholePlan
from fingerpost.record.markdown import markdown


def write(whole: WholePlan) -> str:
    """Return a plan as Markdown text."""
    return markdown(document(whole))


FORM = PlanForm(order=100, extension="md", media_type="text/markdown", write=write)
