"""Reads a record back from each of its forms, as shown by the program that the form is meant for.

Markdown is rendered by two independent renderers, so that it cannot be right for only one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from markdown import markdown
from markdown_it import MarkdownIt

from fingerpost.record.forms import FORMS

type Json = dict[str, Any]

_GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@dataclass
class Read:
    """The content of a record, as a reader sees it.

    Attributes:
        title: The text of the first heading.
        headings: The texts of the other headings.
        marks: The statements about the record as a whole, by name.
        lines: The text of each paragraph and of each list item up to a list in it, with white space as displayed.
        quotations: For each quotation its paragraphs, with a line break between lines.
        links: Every address that is linked to.
        other: Elements that no record has.
    """

    title: str = ""
    headings: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    quotations: list[list[str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    def holds(self, part: str) -> bool:
        """Return whether the record contains a text."""
        wanted = " ".join(part.split())
        quoted = (" ".join(" ".join(parts).split()) for parts in self.quotations)
        shown = (" ".join(text.split()) for text in (self.title, *self.lines, *self.links))
        return any(wanted in text for text in (*shown, *quoted))


def of_html(record: Json) -> Read:
    """Read the HTML that is printed and that is pasted into a wiki."""
    read = _read(FORMS["html"].write(record))
    marks = read.lines.pop(0)
    names = {"Status": "status", "Date": "date"}
    read.marks = {names[name]: value.strip() for name, _, value in (mark.partition(":") for mark in marks.split("\n"))}
    return read


def of_python_markdown(record: Json) -> Read:
    """Read the Markdown as MkDocs and other Python programs show it."""
    return _of_madr(record, python_markdown)


def of_commonmark(record: Json) -> Read:
    """Read the Markdown as GitHub, GitLab and editors show it."""
    return _of_madr(record, commonmark)


def python_markdown(text: str) -> Read:
    """Read any Markdown as MkDocs and other Python programs show it."""
    return _read(markdown(text, extensions=["tables", "fenced_code", "def_list"]))


def commonmark(text: str) -> Read:
    """Read any Markdown as GitHub, GitLab and editors show it."""
    return _read(_GITHUB.render(text))


RENDERERS: Mapping[str, Callable[[str], Read]] = {"Python-Markdown": python_markdown, "CommonMark": commonmark}


READERS: Mapping[str, Callable[[Json], Read]] = {
    "html": of_html,
    "markdown by Python-Markdown": of_python_markdown,
    "markdown by CommonMark": of_commonmark,
}


def _of_madr(record: Json, render: Callable[[str], Read]) -> Read:
    _, front_matter, text = FORMS["markdown"].write(record).split("---\n", 2)
    read = render(text)
    read.marks = dict(line.split(": ", 1) for line in front_matter.strip().split("\n"))
    return read


def typed_in(words: str) -> list[str]:
    """Return the text of a field as paragraphs, in the form of `Read.quotations`."""
    words = words.replace("\N{NO-BREAK SPACE}", " ")
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    while lines and not lines[-1].strip():
        del lines[-1]
    return "\n".join(lines).split("\n\n")


def all_parts(record: Json) -> Iterator[str]:
    """Yield every text in a record's JSON that is meant for people, with its mark, and every address."""
    for name, part in record.items():
        if name in ("kind", "version", "id", "question", "answer", "forced_by", "link", "status", "date"):
            continue
        if name in ("confirmed", "ours"):
            continue
        parts = part if isinstance(part, list) else [part]
        for inner in parts:
            if isinstance(inner, dict):
                yield from all_parts(inner)
            elif isinstance(inner, str) and inner:
                yield f"{inner} (our reading)" if name in record.get("ours", ()) else inner


def _read(html: str) -> Read:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.read


_MARKUP = ("strong", "section", "br", "ul", "li", "p", "blockquote", "a", "h1", "h2", "h3")
_TABLE = ("table", "thead", "tbody", "tr", "th", "td")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read()
        self._text = ""
        self._quoted = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in (*_MARKUP, *_TABLE):
            self.read.other.append(tag)
        if tag == "br":
            self._text = self._text.rstrip("\n") + "\n"
        if tag in ("ul", "li", "p", "blockquote", "h1", "h2", "h3", *_TABLE):
            self._end()
        if tag == "blockquote":
            self._quoted = True
            self.read.quotations.append([])
        if tag == "a":
            self.read.links.append(dict(attrs)["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3"):
            heading, self._text = self._text.replace("\0", " ").strip(), ""
            if self.read.title:
                self.read.headings.append(heading)
            else:
                self.read.title = heading
        if tag in ("ul", "li", "p", "blockquote", *_TABLE):
            self._end()
        if tag == "blockquote":
            self._quoted = False

    def handle_data(self, data: str) -> None:
        # White space collapses on a page; a no-break space does not. After a line break a renderer may write a line.
        text = " ".join(data.replace("\N{NO-BREAK SPACE}", "\0").split(" "))
        self._text += text.replace("\n", "" if self._text.endswith("\n") else " ")

    def _end(self) -> None:
        text, self._text = self._text.strip(" "), ""
        text = text.replace("\0", " ")
        if self._quoted and text:
            self.read.quotations[-1].append("\n".join(_no_more_than_empty(line) for line in text.split("\n")))
        elif text.strip():
            self.read.lines.append(text.strip())


def _no_more_than_empty(line: str) -> str:
    """Return a line of a quotation; a single space stands for an empty line."""
    return "" if line == " " else line
