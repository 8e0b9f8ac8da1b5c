"""The words of a text in a record: its links have whole addresses."""

from __future__ import annotations

import pytest

from fingerpost.record.addresses import plain_on
from fingerpost.source.prose import render
from fingerpost.text.markup import Text

PAGE = "https://example.org/guide/choose/"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("See [it](../room/#size).", "See it (https://example.org/guide/room/#size)."),
        ("See [it](/room/).", "See it (https://example.org/room/)."),
        ("See [it](#t?a=b&c=d).", f"See it ({PAGE}#t?a=b&c=d)."),
        ("See [a](x/) and [b](x/).", f"See a ({PAGE}x/) and b ({PAGE}x/)."),
        ("See [it](https://a.example/) (x/).", "See it (https://a.example/) (x/)."),
        ("Ask <a@b.example>.", "Ask a@b.example."),
        ('Say "href=x/" (x/).', 'Say "href=x/" (x/).'),
    ],
)
def test_addresses_are_whole(written: str, words: str) -> None:
    text = render(written, block=False)

    assert isinstance(text, Text)
    assert plain_on(PAGE, text) == words


def test_without_a_page_they_stay_as_written() -> None:
    text = render("See [it](room.md).", block=False)

    assert isinstance(text, Text)
    assert plain_on("", text) == "See it (room.md)."
