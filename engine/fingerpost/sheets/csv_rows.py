"""Reads the rows of a CSV file, each with the line that it begins on."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final, TextIO

from fingerpost.sheets.dialect import Dialect

QUOTES: Final = 'Look for a quotation mark that is not closed, or write each `"` inside a text twice.'
"""How to mend a row that is not CSV."""


class NotCsvError(Exception):
    """A row is not CSV; the message says why in a sentence."""


class CsvRows:
    """The rows of a file, which can be read once.

    Attributes:
        line: The number of the first line of the row that is read, also when it can't be read.
    """

    def __init__(self, stream: TextIO, dialect: Dialect) -> None:
        """Begin before the first row.

        Args:
            stream: The text from its beginning, with the ends of its lines as they are.
            dialect: Its form.
        """
        self._stream = stream
        self._dialect = dialect
        self._before = int(dialect.names_separator)
        self.line = self._before + 1

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the cells of each row; an empty line has none.

        Raises:
            NotCsvError: A row is not CSV.
        """
        if self._dialect.names_separator:
            self._stream.readline()
        reader = csv.reader(self._stream, delimiter=self._dialect.separator, strict=True)
        try:
            for row in reader:
                yield row
                self.line = self._before + reader.line_num + 1
        except csv.Error as fault:
            raise NotCsvError(f"The row that begins here is not CSV: {fault}.") from fault
