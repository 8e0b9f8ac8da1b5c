"""Heading anchors that a reader can guess: set `slugify` as the slug function of Python-Markdown's `toc`."""

from __future__ import annotations

from markdown.extensions import toc


def slugify(heading: str, separator: str) -> str:
    """Return the anchor of a heading: its words in lower case, also those on either side of a slash.

    Python-Markdown's own function joins them: "Request/Response (synchronous)" becomes "requestresponse-synchronous".

    Args:
        heading: The heading's text.
        separator: The character between the words.
    """
    return toc.slugify(heading.replace("/", " "), separator)
