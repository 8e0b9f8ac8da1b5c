"""The plan as a document to read and to print, with its picture; it needs nothing from elsewhere."""

from __future__ import annotations

from typing import Final

from fingerpost.plan.document import document
from fingerpost.plan.form import PlanForm
from fingerpost.plan.picture import picture
from fingerpost.plan.whole import WholePlan
from fingerpost.record.html import html
from fingerpost.text.markup import escape

_STYLE: Final = (
    "body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}"
    "h2,h3,h4{line-height:1.25;break-after:avoid}section,li{break-inside:avoid-page}"
    "blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid}"
    "svg{max-width:100%;height:auto}a{overflow-wrap:anywhere}@media print{body{margin:0;max-width:none}}"
)


def write(whole: WholePlan) -> str:
    """Return a plan as a whole HTML document."""
    title = escape(document(whole).title)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width"><title>{title}</title><style>{_STYLE}</style></head>'
        f"<body>{content(whole)}</body></html>\n"
    )


def content(whole: WholePlan) -> str:
    """Return the document without what stands around it, for a page that prints it."""
    drawn = f"<figure>{picture(whole.standings)}</figure>" if whole.standings else ""
    return html(document(whole)) + drawn


FORM = PlanForm(order=200, extension="html", media_type="text/html", write=write)
