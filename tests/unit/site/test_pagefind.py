"""Pages fitted to Pagefind."""

from __future__ import annotations

import pytest

from built_site import read
from fingerpost.site.pagefind import fitted


def page(content: str, attribute: str = " data-pagefind-body") -> str:
    """Return a page with some content."""
    return f"<article{attribute}>{content}</article>"


def test_parts_that_material_leaves_out_are_left_out() -> None:
    text = '<h2 class="a" data-search-exclude>Answer</h2><div data-search-exclude hidden>x</div><p>y</p>'

    article = read(fitted(page(text))).one("article")

    assert ["data-pagefind-ignore" in part.attributes for part in article.all()] == [True, True, False]


def test_the_words_of_a_page_stay() -> None:
    text = page("<p>Write data-search-exclude &amp; <code>&lt;p data-search-exclude&gt;</code></p>")

    assert fitted(text) == text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("snack?hungry=yes&amp;edition=1", "snack?hungry=yes&edition=1"),
        # With a bare "&", a browser could read "&copy" as a sign.
        ("snack?a=yes&amp;copy-it=no&amp;edition=1", "snack?a=yes&amp;copy-it=no&amp;edition=1"),
    ],
)
def test_ids_of_headings_have_no_entities_unless_they_need_them(written: str, expected: str) -> None:
    text = page(f'<h3 class="fp-ask" id="{written}" tabindex="-1">Q?</h3><p id="{written}">&amp;</p>')

    assert fitted(text) == text.replace(written, expected, 1)
    assert read(fitted(text)).one("h3").attributes == read(text).one("h3").attributes


def test_pages_of_other_themes_stay_as_they_are() -> None:
    text = page('<h2 id="a&amp;b" data-search-exclude>Answer</h2>', "")

    assert fitted(text) == text
