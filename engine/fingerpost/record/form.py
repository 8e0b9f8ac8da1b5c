"""A form in which a record leaves the page or the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fingerpost.record.document import Json


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the record. Its file is named after it.

    Attributes:
        order: Its position among the forms: a smaller number comes first.
        title: Its name for readers.
        extension: How the name of its file ends, which is also its name on the command line.
        media_type: Its media type.
        write: Returns the record that `build_record` made in this form.
        downloadable: Whether the page has a button that downloads it.
    """

    order: int
    title: str
    extension: str
    media_type: str
    write: Callable[[Json], str]
    downloadable: bool = True
