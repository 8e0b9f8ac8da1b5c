"""Texts of a tree as strings of FHIR: plain, with the formatted text as XHTML in an extension."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from fingerpost.export.addresses import html_on
from fingerpost.record.addresses import plain_on
from fingerpost.text.markup import Text, escape

type Json = dict[str, Any]

XHTML: Final = "http://hl7.org/fhir/StructureDefinition/rendering-xhtml"
"""The extension for the XHTML of a string. A tree holds its texts as HTML and not as Markdown, so it is this one."""

_EMPTY: Final = re.compile(r"<(br|hr|img)((?: [a-z]+=\"[^\"]*\")*)>")


@dataclass(frozen=True, slots=True)
class Texts:
    """Writes texts.

    Attributes:
        page: The address of the page with the tree, for links that count from there; empty leaves them as they are.
    """

    page: str

    def fields(self, name: str, text: Text) -> Json:
        """Return the field of a text, and the one beside it that has its formatting, if any."""
        fields: Json = {name: plain_on(self.page, text)}
        html = text.html.replace("<wbr>", "").strip()
        # A second paragraph, a list or a link is formatting; a paragraph on its own, wrapped or not, is not.
        words = escape(" ".join(text.plain.split()))
        if " ".join(html.split()) not in (words, f"<p>{words}</p>"):
            xhtml = _as_xhtml(html_on(self.page, html))
            fields[f"_{name}"] = {"extension": [{"url": XHTML, "valueString": xhtml}]}
        return fields


def _as_xhtml(html: str) -> str:
    """Return sanitised HTML as XHTML: elements without content are closed, and no entity is HTML's own."""
    return _EMPTY.sub(r"<\1\2/>", html).replace("&nbsp;", "\N{NO-BREAK SPACE}")
