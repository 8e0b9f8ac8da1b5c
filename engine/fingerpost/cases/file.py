"""Reads a file of cases row by row, whatever its size."""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from fingerpost.sheets.csv_rows import QUOTES, CsvRows, NotCsvError
from fingerpost.sheets.dialect import SAMPLE_BYTES, Dialect, dialect_of


class CasesError(Exception):
    """A file of cases can't be read, or no further; the message names the place and the reason."""


class Case(NamedTuple):
    """A row of the file.

    Attributes:
        line: The number of its first line.
        cells: Its cells.
    """

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A CSV file of cases that is open.

    Attributes:
        path: Its path.
        dialect: Its form.
        stream: Its text.
    """

    path: str
    dialect: Dialect
    stream: io.TextIOWrapper

    def cases(self) -> Iterator[Case]:
        """Yield each row that has cells, the heading first. They can be read once.

        Raises:
            CasesError: The rest can't be read, is not CSV, or not in the encoding of the beginning.
        """
        rows = CsvRows(self.stream, self.dialect)
        try:
            for row in rows:
                if row:
                    yield Case(rows.line, row)
        except NotCsvError as fault:
            raise CasesError(f"{self.path}:{rows.line}: {fault} {QUOTES}") from fault
        except UnicodeDecodeError as fault:
            message = f"Here or soon after, the file is not in {self.dialect.encoding.upper()}."
            raise CasesError(f"{self.path}:{rows.line}: {message} Save the sheet as “CSV UTF-8”.") from fault
        except OSError as fault:
            raise _unreadable(self.path, fault) from fault


@contextmanager
def open_cases(path: str) -> Generator[CaseFile]:
    """Open a file of cases, and find out how it was written.

    Raises:
        CasesError: It can't be opened.
    """
    try:
        raw = io.BufferedReader(io.FileIO(path), SAMPLE_BYTES)
        sample = raw.peek(SAMPLE_BYTES)[:SAMPLE_BYTES]
    except (OSError, ValueError) as fault:
        # A null byte in a path raises ValueError.
        raise _unreadable(path, fault) from fault
    dialect = dialect_of(sample)
    with io.TextIOWrapper(raw, dialect.encoding, newline="") as stream:
        yield CaseFile(path, dialect, stream)


def _unreadable(path: str, fault: OSError | ValueError) -> CasesError:
    reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return CasesError(f"{path}: The file can't be read: {reason}.")
