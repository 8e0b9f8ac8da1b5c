"""What a file is made of, as a program that reads its kind finds it: the same whatever words are in it."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from typing import Any

from lxml import html as lxml_html  # pyright: ignore[reportMissingTypeStubs, reportAttributeAccessIssue]
from markdown_it import MarkdownIt
from openpyxl import load_workbook

type Skeleton = list[object]

_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')


def of_html(text: str) -> Skeleton:
    """Return the elements of a page with the names of their attributes, but for the lines of words in pictures."""
    parts = lxml_html.document_fromstring(text).iter()
    return [(part.tag, sorted(part.attrib)) for part in parts if part.tag not in ("text", "tspan")]


def of_page(text: str) -> Skeleton:
    """Return the same for a part of our own pages, in which long words have places to break."""
    return [part for part in of_html(text) if part != ("wbr", [])]


def of_xml(text: str) -> Skeleton:
    """Return the elements of a picture, but for the lines that its words are divided into."""
    return [part.tag for part in ET.fromstring(text).iter() if not part.tag.endswith(("text", "tspan"))]  # noqa: S314 - our own


def of_markdown(text: str) -> Skeleton:
    """Return the elements of the page that Markdown makes, with the lines of its front matter."""
    _, front, body = text.split("---\n", 2)
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    return [front.count("\n"), *of_html(made)]


def of_json(text: str) -> Skeleton:
    """Return the keys and the kinds of the values of JSON."""

    def kinds(value: object) -> object:
        if isinstance(value, dict):
            return {key: kinds(part) for key, part in value.items()}
        return [kinds(part) for part in value] if isinstance(value, list) else type(value)

    return [kinds(json.loads(text))]


def of_values(text: str) -> Skeleton:
    """Return the kinds of the values of JSON whose keys are ids, made from the words."""

    def kinds(value: object) -> object:
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
        return type(value) if parts is None else [type(value), *(kinds(part) for part in parts)]

    return [kinds(json.loads(text))]


def of_questionnaire(text: str) -> Skeleton:
    """Return the kinds of the values of a Questionnaire, but for formatted texts, which have to be paragraphs."""

    def without_formatted(part: dict[str, Any]) -> dict[str, Any]:
        for formatted in part.pop("_text", {}).get("extension", []):
            (paragraph,) = ET.fromstring(f"<div>{formatted['valueString']}</div>")  # noqa: S314 - our own
            assert (paragraph.tag, len(paragraph)) == ("p", 0)
        return part

    return of_values(json.dumps(json.loads(text, object_hook=without_formatted)))


def of_csv(text: str) -> Skeleton:
    """Return the number of cells in each row."""
    return [len(row) for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]


def of_workbook(content: bytes) -> Skeleton:
    """Return the sheets of a workbook with the kinds of their cells: no formula comes of a text."""
    book: Any = load_workbook(io.BytesIO(content))
    return [(sheet.title, [[cell.data_type for cell in row] for row in sheet.iter_rows()]) for sheet in book]


def of_lines(text: str) -> Skeleton:
    """Return the lines of a chart or a graph without ids, titles, comments and what is in quotation marks."""
    said = re.compile(r"(\s*(?://|%%|accTitle:)).*")
    return [
        found[1] if (found := said.fullmatch(line)) else re.sub(r"\b([qo]_)[\w-]+", r"\1", _QUOTED.sub('""', line))
        for line in text.split("\n")
    ]


def of_outline(text: str) -> Skeleton:
    """Return the beginnings of the lines of a text."""
    return [re.match(r"[A-Z]\w+(?: \d+)?:|  - |", line)[0] for line in text.split("\n")]  # type: ignore[index]
