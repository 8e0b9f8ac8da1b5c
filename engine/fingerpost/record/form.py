"""A form in which the page or the command line writes a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from fingerpost.record.blocks import Document
from fingerpost.record.items import Json

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The media type of Word files."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the record. Its file is named after it.

    Attributes:
        order: Its position among the forms: a smaller number comes first.
        name: Its name on the command line.
        title: Its name for readers.
        extension: The extension of its file.
        media_type: Its media type.
        write: Converts a record from `build_record` to this form; for Word, to data of which a library makes the file.
        document: For a form for Word: returns the document in the file.
        downloadable: Whether the page has a button to download it.
        folded: Whether its button is one of the “Other forms”, so that the page shows few buttons at first.
        further: Whether the page only offers it if the tree names it in `forms`.
    """

    order: int
    name: str
    title: str
    extension: str
    media_type: str
    write: Callable[[Json], str]
    document: Callable[[Json], Document] | None = None
    downloadable: bool = True
    folded: bool = False
    further: bool = False
