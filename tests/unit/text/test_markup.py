"""The characters after which a line may break."""

from __future__ import annotations

import pytest

from fingerpost.text.markup import breakable


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Publish/Subscribe", "Publish/<wbr>Subscribe"),
        ("and/or <b>/x", "and/<wbr>or &lt;b&gt;/x"),
        ("Ärzte/Ämter", "Ärzte/<wbr>Ämter"),
        ("24/7, 1/2, a_/_b", "24/7, 1/2, a_/_b"),
        ("https://example.org/a", "https://example.org/<wbr>a"),
        ("no slash & more", "no slash &amp; more"),
    ],
)
def test_a_line_breaks_after_a_slash_between_letters(text: str, html: str) -> None:
    assert breakable(text) == html
