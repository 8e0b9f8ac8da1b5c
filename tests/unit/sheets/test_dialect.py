"""The dialect of a CSV file shows in its beginning."""

from __future__ import annotations

import pytest

from fingerpost.sheets.dialect import SAMPLE_BYTES, Dialect, dialect_of

TABLE = 'Big, or small?|Outcome\r\nBig|"A, b; c"\r\n'


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separator_and_encoding_are_found(separator: str, encoding: str) -> None:
    text = TABLE.replace("Big, or small?", '"Big, or small?"').replace("|", separator)

    assert dialect_of(text.encode(encoding)) == Dialect(encoding, separator, "\r\n")


def test_big_endian_utf_16_has_its_mark() -> None:
    assert dialect_of(b"\xfe\xff" + "a;b\n".encode("utf-16-be")) == Dialect("utf-16", ";", "\n")


def test_a_comma_in_a_text_without_quotes_is_no_separator() -> None:
    assert dialect_of(TABLE.replace("|", ";").encode()).separator == ";"


def test_the_first_line_can_name_the_separator() -> None:
    assert dialect_of(b"sep=|\r\na|b\r\n") == Dialect("utf-8", "|", "\r\n", names_separator=True)


def test_a_quotation_mark_is_no_separator() -> None:
    """Nothing could be read with it: the line is a row like others."""
    dialect = dialect_of(b'sep="\r\na;b\r\n')

    assert dialect.separator in (",", ";", "\t")
    assert not dialect.names_separator


def test_what_is_not_utf_8_is_guessed() -> None:
    dialect = dialect_of("Café;Outcome\nOui;Thé\n".encode("cp1252"))

    assert (dialect.encoding, dialect.is_guessed) == ("cp1252", True)
    assert not dialect_of("Café;Outcome\n".encode()).is_guessed


def test_a_sample_may_end_within_a_letter_and_within_a_row() -> None:
    text = "é;b;c\n" * SAMPLE_BYTES
    sample = text.encode()[:SAMPLE_BYTES]

    assert any(dialect_of((b" " * shift + text.encode())[:SAMPLE_BYTES]).is_guessed for shift in range(3)) is False
    assert dialect_of(sample) == Dialect("utf-8", ";", "\n")


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe", b'"', b"a", b"\xef\xbb\xbf", b"\x00" * 9])
def test_any_content_has_a_dialect(content: bytes) -> None:
    assert dialect_of(content).separator in (",", ";", "\t")
