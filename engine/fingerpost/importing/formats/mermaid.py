"""A Mermaid flowchart whose boxes are questions and outcomes, and whose arrows are answers."""

from __future__ import annotations

from fingerpost.importing.format import Format, Imported
from fingerpost.importing.mermaid.draft import draft_of
from fingerpost.importing.mermaid.routes import routes
from fingerpost.importing.mermaid.statements import read_chart
from fingerpost.source.collector import Collector
from fingerpost.source.text import decoded


def read(content: bytes, name: str) -> Imported:
    """Return the tree of a flowchart."""
    found = Collector(name)
    text = decoded(content, found)
    chart = None if text is None else read_chart(text, found)
    routed = None if chart is None else routes(chart, found)
    unfit = any(finding.code == "import-no-equivalent" for finding in found.findings)
    draft = None if chart is None or routed is None or unfit else draft_of(chart, *routed, name)
    return Imported(draft, found.result())


FORMAT = Format(order=400, title="Mermaid flowchart", endings=(".mmd", ".mermaid"), read=read)
