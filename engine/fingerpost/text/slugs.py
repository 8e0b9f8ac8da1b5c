"""Anchors of headings that a reader can guess; register `slugify` for Python-Markdown's `toc`."""

from __future__ import annotations

from markdown.extensions import toc


def slugify(heading: str, separator: str) -> str:
    """Return the anchor of a heading: its words in small letters, also those on both sides of a slash.

    Python-Markdown's own function joins them: "Request/Response (synchronous)" becomes "requestresponse-synchronous".

    Args:
        heading: The heading's text.
        separator: What stands between the words.
    """
    return toc.slugify(heading.replace("/", " "), separator)
