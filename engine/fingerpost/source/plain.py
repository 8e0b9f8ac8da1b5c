"""Converts sanitised HTML to plain text, for records, titles and the terminal."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_APART: Final = frozenset(("blockquote", "dl", "hr", "ol", "p", "pre", "table", "ul"))
_OWN_LINE: Final = _APART | {"dd", "dt", "li", "tr"}


def plain_from_html(html: str) -> str:
    """Return HTML as plain text.

    Paragraphs are separated by empty lines, list items are lines that begin with "- " or "1. ", cells are separated by
    " | ", and a link, or the words for a picture, is followed by its address in brackets.
    """
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._line = ""
        self._marker = ""
        self._apart = False
        self._preformatted = False
        # One entry for each open list: the number of its next item, or None if it has bullets.
        self._lists: list[int | None] = []
        self._address = ""
        self._link_text = ""

    def text(self) -> str:
        self._end_line()
        return "\n".join(self._lines).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _OWN_LINE or tag == "br":
            self._end_line()
        if tag in _APART and not self._lists:
            self._apart = True
        match tag:
            case "ol":
                start = values.get("start", "1")
                self._lists.append(int(start) if re.fullmatch(r"\d{1,9}", start) else 1)
            case "ul":
                self._lists.append(None)
            case "li":
                self._marker = self._item_marker()
            case "dd":
                self._marker = "  "
            case "td" | "th" if self._line:
                self._line = f"{self._line.rstrip()} | "
            case "pre":
                self._preformatted = True
            case "a":
                self._address = values.get("href", "")
                self._link_text = ""
            case "img":
                self.handle_data(f"{values.get('alt', '')} ({values.get('src', '')})")
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        if tag in _OWN_LINE:
            self._end_line()
        match tag:
            case "ol" | "ul":
                self._lists.pop()
                self._marker = "  " * len(self._lists)
            case "pre":
                self._preformatted = False
            case "a":
                shown = self._link_text.strip()
                if self._address and shown not in (self._address, self._address.removeprefix("mailto:")):
                    self._line += f" ({self._address})"
                self._address = ""
            case _:
                pass
        if tag in _APART and not self._lists:
            self._apart = True

    def handle_data(self, data: str) -> None:
        if self._preformatted:
            first, *others = data.split("\n")
            self._line += first
            for other in others:
                self._end_line(even_empty=True)
                self._line = other
            return
        words = re.sub(r"\s+", " ", data)
        self._line += words if self._line and not self._line.endswith(" ") else words.lstrip()
        self._link_text += words

    def _item_marker(self) -> str:
        indent = "  " * (len(self._lists) - 1)
        number = self._lists[-1] if self._lists else None
        if number is None:
            return f"{indent}- "
        self._lists[-1] = number + 1
        return f"{indent}{number}. "

    def _end_line(self, *, even_empty: bool = False) -> None:
        line = self._line.rstrip()
        self._line = ""
        if not line and not even_empty:
            return
        if self._apart and self._lines:
            self._lines.append("")
        self._apart = False
        self._lines.append((self._marker + line).rstrip())
        # Further lines of an item are aligned with its text.
        self._marker = " " * len(self._marker) if self._lists else ""
