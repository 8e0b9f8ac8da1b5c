"""Findings in a page, in place of the tree or the diagram that they concern."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.findings.finding import Finding
from fingerpost.text.markup import escape


def admonition(title: str, findings: Iterable[Finding]) -> str:
    """Return findings as an admonition, which Material and other themes style.

    Args:
        title: Its heading.
        findings: The findings, in order.
    """
    items = "".join(f"<li><code>{escape(str(finding))}</code></li>" for finding in findings)
    return (
        '<div class="admonition failure" role="alert">'
        f'<p class="admonition-title">{escape(title)}</p><ul>{items}</ul></div>'
    )
