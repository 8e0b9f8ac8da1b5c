"""Plain text becomes Markdown that shows the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fingerpost.importing.markdown import as_markdown
from fingerpost.source.prose import render
from fingerpost.text.markup import Text, plain_text

MARKS = "*_`[]()<>&#!~|=+-:;.\\{}\"'/ a1"
WORDS = (
    *("# a", "1. a", "1) a", "- a", "+ a", "* a", "> a", "a: b", ": a", "~~~", "```", "| a | b |", "===", "---"),
    *("&amp;", "&#42;", "&copy;", "<b>a</b>", "<https://example.org>", "[a](b)", "![a](b)", "[a]: b", "*a*", "__a__"),
    *("&#1", "a &#12 b", "&#x1f", "a &# b"),
    *("a\\*", "\\", "a  \nb", "!!! note", "    code", "<!-- a -->", "&lt", "a_b_c", "12", "2026. A year"),
)


@pytest.mark.parametrize("text", WORDS)
def test_a_mark_stays_a_letter(text: str) -> None:
    assert render(as_markdown(text), block=False, links=False) == plain_text(" ".join(text.split()))


@given(st.text(st.sampled_from(MARKS)) | st.text(st.characters(exclude_categories=("C", "Z"))))
@example("a\u00a0b")
def test_any_text_on_one_line_shows_as_it_is(text: str) -> None:
    line = " ".join(text.split())
    shown = render(as_markdown(text), block=False, links=False)

    if isinstance(shown, Text):
        assert shown.plain == line
        assert shown == plain_text(line)
    else:
        assert shown.code in ("empty-text", "invisible-text")
