"""The forms of a record. A new one is a file here that writes a document, and a line in `FORMS`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from fingerpost.record.document import document
from fingerpost.record.forms import html, markdown

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which a record leaves the page or the terminal.

    Attributes:
        extension: How its file's name ends.
        media_type: What a browser calls it.
        write: Returns the record that `build_record` made in this form.
    """

    extension: str
    media_type: str
    write: Callable[[Json], str]


FORMS: Final[Mapping[str, Form]] = {
    "markdown": Form("md", "text/markdown", lambda record: markdown.write(document(record))),
    "html": Form("html", "text/html", lambda record: html.write(document(record))),
    "json": Form("json", "application/json", lambda record: json.dumps(record, ensure_ascii=False, indent=2)),
}
"""By name."""
