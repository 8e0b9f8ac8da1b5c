"""Reads the built site for tests: pages as trees of elements, and the text that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

SITE = Path(__file__).parents[2] / "site"

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UNSEEN = {"script", "style", "template", "title"}
_WITHIN_TEXT = {
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "em",
    "i",
    "kbd",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
    "wbr",
}


@dataclass
class Element:
    """An element of a page.

    Attributes:
        tag: Its name in lower case.
        attributes: Its attributes; one without a value has an empty one.
        content: Elements and texts, in order.
        line: The line of the file in which it begins.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    content: list[Element | str] = field(default_factory=list["Element | str"])
    line: int = 1

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield every element below this one, in order; with tags, only those with these names."""
        for part in self.content:
            if isinstance(part, Element):
                if not tags or part.tag in tags:
                    yield part
                yield from part.all(*tags)

    def one(self, *tags: str) -> Element:
        """Return the only element with one of these names."""
        (found,) = self.all(*tags)
        return found

    @property
    def raw_text(self) -> str:
        """Every text below this element, unchanged."""
        return "".join(part if isinstance(part, str) else part.raw_text for part in self.content)

    @property
    def seen_text(self) -> str:
        """The text that a reader sees, with single spaces; folded parts count, since they open."""
        return re.sub(r"\s+", " ", self._seen()).strip()

    def _seen(self) -> str:
        if self.tag in _UNSEEN or "hidden" in self.attributes or "headerlink" in self.attributes.get("class", ""):
            return ""
        text = "".join(part if isinstance(part, str) else part._seen() for part in self.content)
        return text if self.tag in _WITHIN_TEXT else f" {text} "


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("document")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, line=self.getpos()[0])
        self._open[-1].content.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].content.append(data)


def read(text: str) -> Element:
    """Return a page, or a part of one, from its HTML."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.root


@cache
def page(address: str) -> Element:
    """Return a page of the site.

    Args:
        address: Its address below the site's root: a folder such as `choose/`, or a file such as `404.html`.
    """
    file = SITE / address
    return read((file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8"))


MOVED = frozenset(f"examples/{name}/" for name in ("incident", "licence", "two-trees"))
"""The addresses of pages that only lead to their new address."""


@cache
def pages() -> tuple[str, ...]:
    """Return the address of every page but 404.html."""
    return tuple(
        sorted(
            "" if folder == SITE else f"{folder.relative_to(SITE).as_posix()}/"
            for folder in (file.parent for file in SITE.rglob("index.html"))
        )
    )


def main_of(document: Element) -> Element:
    """Return a page's own content, without the theme's header, menus and footer."""
    return next(document.all("article", "main"))


def compiled_tree(address: str = "choose/") -> str:
    """Return the JSON text of the tree that a page fetches for the engine."""
    (template,) = (found for found in page(address).all("template") if found.attributes.get("class") == "fp-data")
    file, _, _ = template.attributes["data-file"].partition("?")
    return (SITE / address / file).read_text(encoding="utf-8")
