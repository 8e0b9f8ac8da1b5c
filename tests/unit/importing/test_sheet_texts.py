"""Texts of several lines become Markdown that shows them."""

from __future__ import annotations

import pytest

from fingerpost.importing.sheet.texts import as_block
from fingerpost.source.prose import render
from fingerpost.text.markup import Text


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        "One paragraph.\n\nAnother.",
        "Signs:\n\n- smoke\n- a look at the sheep\n\nThat is all.",
        "1. first\n2. second",
        "- outer\n  - inner\n- outer again",
        "A line\nand a line",
        "*not* emphasis, `not` code, [not](a link) and <b>not bold</b>",
        "# no heading",
        "\n\n> no quotation\n\n    no code",
        "a | b\n--- | ---\n1 | 2",
        "See the handbook (https://example.org/dragons).",
    ],
)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    shown = render(as_block(text), block=True)

    assert isinstance(shown, Text), shown
    lines = [line.strip() for line in shown.plain.splitlines() if line.strip()]
    assert lines == [line.strip() for line in text.splitlines() if line.strip()]


def test_a_list_is_a_list() -> None:
    shown = render(as_block("- outer\n  - inner"), block=True)

    assert isinstance(shown, Text)
    assert shown.html.count("<li>") == 2
    assert shown.html.count("<ul>") == 2
