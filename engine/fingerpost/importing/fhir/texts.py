"""The strings of FHIR as Markdown: with the formatting of their extensions where a tree's texts can have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from fingerpost.importing.fhir.words import MARKDOWN, XHTML
from fingerpost.importing.json_places import Object
from fingerpost.importing.markdown import as_markdown
from fingerpost.importing.markdown_from_html import markdown_from_html
from fingerpost.source.collector import Collector
from fingerpost.source.prose import render
from fingerpost.text.markup import Text

_SHOWN: Final = frozenset(("a", "img", "li", "table", "td", "th", "pre", "code", "em", "strong", "sub", "sup"))
"""The elements whose loss would change what a text says or how it reads."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Reads texts.

    Attributes:
        found: Receives a finding for formatting that is lost.
    """

    found: Collector

    def read(self, owner: Object, key: str, *, block: bool = False, links: bool = True) -> str:
        """Return a string as Markdown; empty if it has no words.

        Args:
            owner: The object with the string.
            key: The key of the string.
            block: Whether paragraphs and lists are allowed; otherwise the text is one line.
            links: Whether links are allowed.
        """
        plain = _plain(owner.text(key), block=block)
        beside = owner.inner(f"_{key}")
        for extension in beside.objects("extension") if beside is not None else ():
            url = extension.text("url")
            if url == MARKDOWN:
                markdown = extension.text("valueMarkdown") or extension.text("valueString")
                if isinstance(render(markdown, block=block, links=links), Text):
                    return markdown
            elif url == XHTML:
                html = extension.text("valueString")
                markdown = markdown_from_html(html, block=block)
                shown = render(markdown, block=block, links=links)
                if isinstance(shown, Text) and _content(shown.html) == _content(html):
                    return markdown
            else:
                continue
            message = "The formatting of this text is lost: a tree can't have it here."
            hint = "Read the text in the tree, and format it with Markdown."
            self.found.add("import-left-out", extension.place, message, hint)
        return plain


def _plain(text: str, *, block: bool) -> str:
    """Return the Markdown of a text without formatting, with its lines if it may have several."""
    if not block:
        return as_markdown(text)
    parts = (part for part in re.split(r"\n[ \t]*\n", text) if part.strip())
    return "\n\n".join("<br>\n".join(as_markdown(line) for line in part.split("\n") if line.strip()) for part in parts)


class _Content(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, str]] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._hidden += 1
        if tag in _SHOWN:
            values = dict(attrs)
            self.elements.append((tag, values.get("href") or values.get("src") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style") and self._hidden:
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words += data.split()


def _content(html: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the letters of HTML, and its elements that count, with their addresses."""
    parser = _Content()
    parser.feed(html)
    parser.close()
    return "".join(parser.words), parser.elements
