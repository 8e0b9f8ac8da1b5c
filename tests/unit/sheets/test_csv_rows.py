"""The rows of a CSV file know the lines that they begin on."""

from __future__ import annotations

import io

import pytest

from fingerpost.sheets.csv_rows import CsvRows, NotCsvError
from fingerpost.sheets.dialect import Dialect


def rows_of(text: str, dialect: Dialect) -> CsvRows:
    return CsvRows(io.StringIO(text, newline=""), dialect)


def test_each_row_has_its_first_line() -> None:
    rows = rows_of('a,b\n"c\nd",e\n\nf\n', Dialect("utf-8", ",", "\n"))

    assert [(rows.line, row) for row in rows] == [(1, ["a", "b"]), (2, ["c\nd", "e"]), (4, []), (5, ["f"])]


def test_a_line_that_names_the_separator_is_no_row() -> None:
    rows = rows_of("sep=;\r\na;b\r\n", Dialect("utf-8", ";", "\r\n", names_separator=True))

    assert [(rows.line, row) for row in rows] == [(2, ["a", "b"])]


def test_a_row_that_is_not_csv_has_its_first_line_too() -> None:
    rows = rows_of('a\n"b\nc\n', Dialect("utf-8", ",", "\n"))

    with pytest.raises(NotCsvError, match=r"^The row that begins here is not CSV: unexpected end of data\.$"):
        list(rows)
    assert rows.line == 2
