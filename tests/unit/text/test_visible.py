"""Hidden characters are shown, and text is otherwise left alone."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fingerpost.text.harmless import harmless, harmless_line
from fingerpost.text.visible import visible, visible_line

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
KEPT = "\u200c\u200d\u200e\u200f\u061c"


def test_every_control_and_every_turn_is_shown_as_its_code_point() -> None:
    for code in (*range(0x3100), *range(0xD700, 0xE000), *range(0xFE00, 0x10100), 0xE0001, sys.maxunicode):
        letter = chr(code)
        hidden = unicodedata.category(letter) in {"Cc", "Zl", "Zp", "Cs"} and letter != "\t"
        shown = visible_line(letter)

        assert shown == (f"(U+{code:04X})" if hidden or letter in f"{TURNS}\ufffe\uffff" else letter)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
def test_the_end_of_a_line_stays_one_where_there_are_several(end: str) -> None:
    assert visible(f"one{end}two") == "one\ntwo"
    assert "\n" not in visible_line(f"one{end}two")


@pytest.mark.parametrize("text", [KEPT, "\t a", "日本語 é ß 👩‍👩‍👧", "می‌خواهم", "عربي עברית"])
def test_what_scripts_need_stays(text: str) -> None:
    assert visible(text) == visible_line(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x07", "(U+001B)[31mred(U+0007)"),
        ("a.yml\n::error::boo", "a.yml(U+000A)::error::boo"),
        ("::error::boo", ": :error::boo"),
        (" \u00a0::add-mask::e", " \u00a0: :add-mask::e"),
        ("see ##[error]boo", "see ## [error]boo"),
        ("##VSO[task.complete]", "## VSO[task.complete]"),
        ("a::b # [c](d)", "a::b # [c](d)"),
    ],
)
def test_a_line_gives_no_command(text: str, shown: str) -> None:
    assert harmless_line(text) == shown


def test_a_text_keeps_its_lines_and_none_of_them_gives_a_command() -> None:
    assert harmless("a\r\n\t::error::b\n\nc") == "a\n\t: :error::b\n\nc"


@given(st.text())
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)
    assert harmless_line(harmless_line(text)) == harmless_line(text)
