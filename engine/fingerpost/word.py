"""Writes a document as a Word file (.docx), with the library of the extra `word`.

In a browser, `web/word/word.mjs` writes the same from the same data.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import Any, Final

from fingerpost.record.blocks import Document
from fingerpost.record.word_data import Json, data_of
from fingerpost.source.extra import ExtraMissingError

LANGUAGE: Final = "en-GB"

_NOT_IN_AN_ADDRESS: Final = re.compile(r"[\x00- \"<>\\^`{|}\x7f]")
"""Word refuses a file with one of these in the address of a link."""

_DEEPEST: Final = 3
"""The deepest list that the library's template has a style for."""

type Library = Any
"""The library's objects, which pyright knows only in part."""


def word(document: Document) -> bytes:
    """Return a document as a Word file.

    Raises:
        ExtraMissingError: The library that writes Word files is not installed.
    """
    try:
        # Imported here, so that every other form is written without it.
        import docx
    except ModuleNotFoundError as fault:
        raise ExtraMissingError("A Word file (.docx)", "word", fault) from fault
    data = data_of(document)
    file: Library = docx.Document()
    _leave_out_of_the_template(file)
    _set_up(file, data["title"])
    file.add_heading(data["title"], 1)
    _add_blocks(file, data["blocks"])
    for section in data["sections"]:
        file.add_heading(section["heading"], section["level"])
        _add_blocks(file, section["blocks"])
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _leave_out_of_the_template(file: Library) -> None:
    """Leave out the picture of the library's template, and the styles that only Word 2010 reads."""
    for relations in (file.part.package.rels, file.part.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
                del relations[name]


def _set_up(file: Library, title: str) -> None:
    """Set the properties, the language and A4 paper."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    properties = file.core_properties
    properties.title = title[:255]
    properties.author = properties.last_modified_by = "Fingerpost"
    properties.comments = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = datetime.now(UTC)
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)


def _add_blocks(file: Library, blocks: list[Json]) -> None:
    for block in blocks:
        if "line" in block:
            _add_line(file.add_paragraph(), block["line"])
        elif "typed" in block:
            _add_typed(file, block["typed"])
        elif "table" in block:
            _add_table(file, block["table"])
        else:
            _add_items(file, block["items"], 1)


def _add_items(file: Library, items: list[Json], depth: int) -> None:
    style = "List Bullet" if depth == 1 else f"List Bullet {min(depth, _DEEPEST)}"
    for item in items:
        paragraph = file.add_paragraph(style=style)
        if "ticked" in item:
            paragraph.add_run("☑ " if item["ticked"] else "☐ ")
        _add_line(paragraph, item["line"])
        _add_items(file, item.get("items", []), depth + 1)
        _add_typed(file, item.get("typed", []))


def _add_typed(file: Library, paragraphs: list[list[str]]) -> None:
    for lines in paragraphs:
        paragraph = file.add_paragraph(style="Quote")
        for number, line in enumerate(lines):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(line)


def _add_table(file: Library, rows: list[list[list[Json]]]) -> None:
    from docx.shared import Mm

    table = file.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for head, cell in rows:
        cells = table.add_row().cells
        for column, line, width in ((cells[0], head, Mm(40)), (cells[1], cell, Mm(120))):
            column.width = width
            _add_line(column.paragraphs[0], line)
        for run in cells[0].paragraphs[0].runs:
            run.bold = True
    # Word joins two tables that nothing stands between, and cells have no space below them.
    file.add_paragraph()


def _add_line(paragraph: Library, line: list[Json]) -> None:
    for run in line:
        if "href" in run:
            _add_link(paragraph, run)
        else:
            paragraph.add_run(run["text"]).bold = True if run.get("strong") else None


def _add_link(paragraph: Library, run: Json) -> None:
    """Add a link, for which the library has no function."""
    from docx import oxml
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    href = _NOT_IN_AN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", run["href"])
    library: Library = oxml
    link = library.OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    shown = paragraph.add_run(run["text"])
    shown.bold = True if run.get("strong") else None
    shown.underline = True
    shown.font.color.rgb = RGBColor(0x05, 0x63, 0xC1)
    link.append(shown._r)
    paragraph._p.append(link)
