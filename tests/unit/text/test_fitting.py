"""Text in boxes whose typeface is not known: lines that surely fit, and an ellipsis after a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fingerpost.text.fitting import ELLIPSIS, fitted, is_whole, width


def test_what_fits_is_one_line() -> None:
    assert fitted("Care setting", 10, 2) == ["Care setting"]
    assert is_whole("Care setting", 10, 1)


def test_lines_break_after_spaces_slashes_and_hyphens() -> None:
    assert fitted("Registry/Repository", 8, 2) == ["Registry/", "Repository"]
    assert fitted("share-alike", 5, 2) == ["share-", "alike"]
    assert fitted("one  two", 3, 2) == ["one", "two"]


def test_what_does_not_fit_ends_after_a_word_without_its_comma() -> None:
    assert fitted("Text, pictures or sound", 7, 1) == ["Text…"]
    assert not is_whole("Text, pictures or sound", 7, 1)


def test_a_word_that_is_wider_than_a_line_is_divided() -> None:
    assert fitted("W" * 8, 4.4, 3) == ["WWWW", "WWWW"]
    assert fitted("W" * 8, 4.4, 1) == ["WWW…"]
    assert not is_whole("W" * 8, 4.4, 3)


def test_a_mark_stays_with_its_letter() -> None:
    letter = "e\N{COMBINING ACUTE ACCENT}"

    assert fitted(letter * 3, 1.2, 3) == [letter] * 3


@given(st.text(min_size=1), st.integers(3, 20), st.integers(1, 3))
def test_no_line_is_wider_than_its_room_and_nothing_is_lost_unless_it_says_so(text: str, room: int, most: int) -> None:
    lines = fitted(text, room, most)

    assert len(lines) <= most
    assert all(width(line) < room + 1e-9 for line in lines)
    kept, wanted = "".join("".join(lines).split()), "".join(text.split())
    assert kept == wanted or (kept.endswith(ELLIPSIS) and wanted.startswith(kept.removesuffix(ELLIPSIS)))
