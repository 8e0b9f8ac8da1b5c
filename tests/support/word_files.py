"""Reads a Word file back as Word shows it: with python-docx, and by its XML where that has no function for a part."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from posixpath import normpath
from typing import Any
from xml.etree import ElementTree

import docx

type Part = Any
"""A part of a file as the library has it, of a type that pyright knows only in part."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class WordFile:
    """The content of a Word file.

    Attributes:
        title: The title in its properties.
        headings: The level and the text of each heading.
        paragraphs: For every paragraph outside headings and tables its kind (`text`, `quote` or `list`, with the depth)
            and its text, with a line break between its lines.
        tables: For each table the texts of its cells by row.
        links: The text and the address of every link.
        languages: Every language that the default style names.
        bold: The texts of bold pieces outside headings.
    """

    title: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    paragraphs: list[tuple[str, str]] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    bold: list[str] = field(default_factory=list)


def read_word(content: bytes) -> WordFile:
    """Return the content of a Word file, in the order of the file."""
    file: Any = docx.Document(io.BytesIO(content))
    found = WordFile(title=file.core_properties.title)
    # A paragraph without words only keeps parts apart.
    for paragraph in (part for part in file.paragraphs if part.text):
        heading = re.fullmatch(r"Heading (\d)", paragraph.style.name)
        if heading:
            found.headings.append((int(heading[1]), paragraph.text))
        else:
            found.paragraphs.append((_kind(paragraph), paragraph.text))
    found.tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in file.tables]
    every = [*file.paragraphs, *(cell_paragraph for table in file.tables for cell_paragraph in _in_cells(table))]
    found.links = [(link.text, link.url) for paragraph in every for link in paragraph.hyperlinks]
    found.bold = [run.text for paragraph in every for run in paragraph.runs if run.bold]
    found.languages = {
        language.get(f"{W}val") for language in file.styles.element.iter(f"{W}lang") if language.get(f"{W}val")
    }
    return found


def _in_cells(table: Part) -> list[Any]:
    return [paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]


def _kind(paragraph: Part) -> str:
    name = paragraph.style.name
    if name == "Quote":
        return "quote"
    level = paragraph._p.find(f"{W}pPr/{W}numPr/{W}ilvl")
    if level is not None:
        return f"list {int(level.get(f'{W}val')) + 1}"
    styled = re.fullmatch(r"List Bullet ?(\d?)", name)
    return f"list {styled[1] or 1}" if styled else "text"


def faults_of(content: bytes) -> list[str]:
    """Return what Word would refuse: missing parts, ids that lead nowhere, addresses that are none."""
    faults: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        faults += [name for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml") if name not in names]
        trees = {name: _xml(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    relations = {relation.get("Id"): relation for relation in trees["word/_rels/document.xml.rels"]}
    used = {
        value
        for element in trees["word/document.xml"].iter()
        for name, value in element.attrib.items()
        if name.endswith("/relationships}id")
    }
    faults += [f"relation {name}" for name in used if name not in relations]
    for relation in relations.values():
        target = relation.get("Target") or ""
        if relation.get("TargetMode") == "External":
            faults += [target] if re.search(r'[\s"<>\\^`{|}]', target) else []
        elif normpath(f"word/{target}") not in names and target.lstrip("/") not in names:
            faults.append(f"no part {target}")
    styles = {style.get(f"{W}styleId") for style in trees["word/styles.xml"].iter(f"{W}style")}
    named = {style.get(f"{W}val") for style in trees["word/document.xml"].iter(f"{W}pStyle")}
    return faults + [f"style {name}" for name in named if name not in styles]


def _xml(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314 - this program wrote it
