"""Names the files of a page's trees in its head, for programs: as data in the page, or as links."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Final

from fingerpost.site.exported_files import ExportedFile
from fingerpost.text.markup import escape

_DATA_IN_PAGES: Final = "application/ld+json"
"""The media type of data that search engines read from the page itself, and from nowhere else."""

_RELATION: Final = "alternate describedby"
"""The relation of a file to its page. Material takes what is an alternate and nothing else for a translation, and
fetches its sitemap."""

_LONGEST: Final = 8_000
"""The most bytes of data in a page, so that a large tree does not make every visit longer."""


def with_alternates(page: str, files: Iterable[ExportedFile], address: Callable[[str], str]) -> str:
    """Return a page that names its files.

    Args:
        page: The HTML of the page.
        files: The files.
        address: Returns the address of a file as seen from the page.
    """
    added = "".join(_data(file) or _link(file, address(file.path)) for file in files)
    return page.replace("</head>", f"{added}</head>", 1) if added else page


def _data(file: ExportedFile) -> str:
    """Return a file as data in the page, or nothing if it has to be fetched."""
    if file.format.media_type != _DATA_IN_PAGES or file.content is None:
        return ""
    text = json.dumps(json.loads(file.content), ensure_ascii=False, separators=(",", ":"))
    if len(text.encode()) > _LONGEST:
        return ""
    # The element ends at the first end tag, whatever the data means. Only texts have that character.
    return f'<script type="{_DATA_IN_PAGES}">{text.replace("<", "\\u003c")}</script>'


def _link(file: ExportedFile, address: str) -> str:
    return f'<link rel="{_RELATION}" type="{escape(file.format.media_type)}" href="{escape(address)}">'
