"""Sequence diagrams, drawn as SVG when a page is built; register `fence` for the fenced blocks of a page.

A block has the lines that `fingerpost.sequence.diagram` describes. The style sheet sets the colours: the drawing has
classes instead of styles, which a strict Content-Security-Policy would refuse.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markdown import Markdown

from fingerpost.sequence.diagram import read
from fingerpost.sequence.drawing import draw
from fingerpost.site.extension import FingerpostExtension
from fingerpost.text.harmless import harmless_line


def fence(source: str, language: str, css_class: str, options: Mapping[str, Any], md: Markdown | None, **_: Any) -> str:  # noqa: ARG001 - the signature that pymdownx.superfences calls
    """Return a diagram as HTML, or the fault in its text; called by `pymdownx.superfences` for each block.

    Raises:
        SystemExit: A line can't be read, and no builder's plugin reports it. This ends the build, because the caller
            would otherwise show the block as text.
    """
    try:
        return draw(read(source))
    except ValueError as fault:
        title = "A sequence diagram cannot be drawn"
        extensions = [] if md is None else md.registeredExtensions
        ours = next((each for each in extensions if isinstance(each, FingerpostExtension)), None)
        if md is None or ours is None:
            raise SystemExit(harmless_line(f"{title}: {fault}")) from None
        return ours.report_fault(md, source, title, f"{title}: {fault}.", "Correct the block.")
