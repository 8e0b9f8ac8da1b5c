"""The parts of a document for readers: pieces of lines, paragraphs, lists, tables and sections.

Each syntax has one writer for any document (`markdown.py`, `html.py`, `word_data.py`), so that no form can lack
something that another has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fingerpost.record.typed import Paragraph


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line.

    Attributes:
        text: One line of plain text.
        strong: Whether it is emphasised.
        href: The address that it links to; empty for none.
    """

    text: str
    strong: bool = False
    href: str = ""


type Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list.

    Attributes:
        line: Its text.
        ticked: Whether its box is ticked; None for an item without a box.
        typed: The reader's own words about it.
        items: A nested list.
    """

    line: Line
    ticked: bool | None = None
    typed: tuple[Paragraph, ...] = ()
    items: tuple[Item, ...] = ()


type Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A quotation of the reader's own words."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of pairs: what a row is about, and what there is to say.

    Attributes:
        rows: The rows. The first cell of each is its heading.
    """

    rows: tuple[tuple[Line, Line], ...]


type Block = Line | Items | Typed | Table
"""A paragraph, a list, a quotation or a table. No block is empty."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the blocks below it.

    Attributes:
        heading: The heading, as one line.
        blocks: What is between it and the next heading.
        level: Its level, as in HTML: the title of the document has level 1.
    """

    heading: str
    blocks: tuple[Block, ...] = ()
    level: int = 2


def section_of(heading: str, *blocks: Block, level: int = 2) -> Section:
    """Return a section without the blocks that are empty."""
    return Section(heading, tuple(block for block in blocks if block), level)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Attributes:
        title: Its heading.
        marks: The metadata by its name in MADR: the status, and the date if there is one.
        sections: The sections, in order. Those of a level above 2 belong to the one before them.
        blocks: What stands between the title and the first section.
    """

    title: str
    marks: Mapping[str, str] = field(default_factory=dict[str, str])
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = ()
