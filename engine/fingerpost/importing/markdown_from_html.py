"""Writes HTML as the Markdown that gives it. What a tree's texts can't have is left out, with its words kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Final

from fingerpost.importing.markdown import escaped_inside, escaped_start

_MARKS: Final = {"em": "*", "strong": "**"}
_AS_HTML: Final = frozenset(("abbr", "b", "cite", "i", "kbd", "q", "s", "sub", "sup"))
_BLOCKS: Final = frozenset(
    (
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
_WITHOUT_WORDS: Final = frozenset(("script", "style", "head", "title", "template"))
_VOID: Final = frozenset(("br", "hr", "img", "input", "meta", "link"))
_ALIGN: Final = {"left": ":---", "right": "---:", "center": ":---:"}


@dataclass(slots=True)
class _Element:
    """An element, with the elements and texts inside it."""

    name: str
    attributes: dict[str, str]
    children: list[_Element | str] = field(default_factory=list["_Element | str"])

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def all(self, *names: str) -> list[_Element]:
        return [child for child in self.children if isinstance(child, _Element) and child.name in names]


def markdown_from_html(html: str, *, block: bool) -> str:
    """Return the Markdown of HTML.

    Args:
        html: The HTML, or XHTML.
        block: Whether paragraphs, lists and the like may stand in it; otherwise it becomes one line.
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    if block:
        return "\n\n".join(_blocks(parser.root)).strip("\n")
    return _started(_inline(parser.root).strip())


class _Parser(HTMLParser):
    """Builds elements; an end tag closes the nearest element of its name, and one without a start is ignored."""

    def __init__(self) -> None:
        super().__init__()
        self.root = _Element("div", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        # Deeper elements than anybody writes stay where they are, so that nothing runs out of room.
        if tag not in _VOID and len(self._open) < 40:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def _started(line: str) -> str:
    """Return a line whose beginning is no mark of a block; only a picture begins with "!["."""
    return line if line.startswith("![") else escaped_start(line)


def _inline(element: _Element) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", "".join(map(_piece, element.children)))


def _piece(child: _Element | str) -> str:
    """Return an element or a text as part of a line."""
    if isinstance(child, str):
        return escaped_inside(child)
    name, inner = child.name, _inline(child)
    if name in _WITHOUT_WORDS:
        return ""
    if name in _MARKS and inner.strip() == inner and inner:
        return f"{_MARKS[name]}{inner}{_MARKS[name]}"
    if name == "code" and child.text().strip():
        return _code(child.text())
    if name == "br":
        return "<br>"
    if name == "a" and inner:
        address = child.attributes.get("href", "")
        return f"[{inner}]({_address(address)}{_title(child)})" if address else inner
    if name == "img":
        words = escaped_inside(child.attributes.get("alt", ""))
        return f"![{words}]({_address(child.attributes.get('src', ''))}{_title(child)})"
    if name in _AS_HTML:
        title = child.attributes.get("title", "") if name == "abbr" else ""
        return f"<{name}{f' title="{escape(title)}"' if title else ''}>{inner}</{name}>"
    return f" {inner} " if name in _BLOCKS else inner


def _code(text: str) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{' '.join(text.split())}{pad}{ticks}"


def _address(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _title(element: _Element) -> str:
    title = element.attributes.get("title", "").replace('"', "&quot;")
    return f' "{title}"' if title else ""


def _blocks(element: _Element) -> list[str]:
    """Return the blocks of Markdown in an element; words between blocks become paragraphs."""
    blocks: list[str] = []
    loose: list[_Element | str] = []
    for child in (*element.children, None):
        if child is not None and (isinstance(child, str) or child.name not in _BLOCKS):
            loose.append(child)
            continue
        words = _inline(_Element("p", {}, loose)).strip()
        if words:
            blocks.append(_started(words))
        loose = []
        if child is not None:
            blocks += _block(child)
    return blocks


def _block(element: _Element) -> list[str]:
    match element.name:
        case "ul" | "ol":
            return [_list(element)]
        case "blockquote":
            inner = "\n\n".join(_blocks(element))
            return ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))]
        case "pre":
            return [_code_block(element)]
        case "hr":
            return ["---"]
        case "table":
            return _table(element)
        case "dl":
            return _definitions(element)
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            words = _inline(element).strip()
            return [f"**{words}**"] if words else []
        case _:
            return _blocks(element)


def _list(element: _Element) -> str:
    numbered = element.name == "ol"
    first = element.attributes.get("start", "")
    number = int(first) if re.fullmatch(r"\d{1,9}", first) else 1
    items: list[str] = []
    loose = False
    for item in element.all("li"):
        parts = _blocks(item)
        loose = loose or bool(item.all("p"))
        mark = f"{number}." if numbered else "-"
        number += 1
        inner = ("\n\n" if item.all("p") else "\n").join(parts)
        # Python-Markdown asks for 4 spaces before what belongs to an item.
        lines = [f"    {line}".rstrip() for line in inner.split("\n")]
        items.append(f"{mark:<4}{lines[0].strip()}".rstrip() + "".join(f"\n{line}" for line in lines[1:]))
    return ("\n\n" if loose else "\n").join(items)


def _code_block(element: _Element) -> str:
    text = element.text().removesuffix("\n")
    code = element.all("code")
    language = code[0].attributes.get("class", "") if code else ""
    ticks = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{ticks}{language if re.fullmatch(r'[a-zA-Z0-9+-]*', language) else ''}\n{text}\n{ticks}"


def _table(element: _Element) -> list[str]:
    rows = [row for part in (element, *element.all("thead", "tbody")) for row in part.all("tr")]
    cells = [[_inline(cell).strip().replace("|", "&#124;") for cell in row.all("th", "td")] for row in rows]
    if not cells or not cells[0]:
        return []
    marks = [_ALIGN.get(cell.attributes.get("align", ""), "---") for cell in rows[0].all("th", "td")]
    lines = [cells[0], marks, *cells[1:]]
    return ["\n".join(f"| {' | '.join(line)} |" for line in lines)]


def _definitions(element: _Element) -> list[str]:
    lines: list[str] = []
    for part in element.all("dt", "dd"):
        words = _inline(part).strip()
        lines.append(f":   {words}" if part.name == "dd" else f"\n{_started(words)}")
    return ["\n".join(lines).strip("\n")]
