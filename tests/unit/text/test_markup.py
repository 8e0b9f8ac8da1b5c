"""HTML made of text: what is escaped, and after which characters a line may break."""

from __future__ import annotations

import pytest

from fingerpost.text.markup import Text, breakable, button, escape, link_to, plain_text


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


def test_whatever_has_a_meaning_in_html_is_escaped_once() -> None:
    assert escape("""<a href="x" title='y'>&amp;</a>""") == (
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;"
    )


def test_a_text_without_markup_is_escaped_as_html_and_kept_as_it_is() -> None:
    assert plain_text("a/b & c") == Text(plain="a/b & c", html="a/<wbr>b &amp; c", ours=False)


def test_a_link_has_its_attributes_escaped_and_its_content_as_it_is() -> None:
    assert link_to('x?a=1&b="', "<b>B</b>") == '<a href="x?a=1&amp;b=&quot;"><b>B</b></a>'
    assert link_to("x", "B", "k", data_of_what="'") == '<a class="k" data-of-what="&#39;" href="x">B</a>'


def test_a_button_names_its_action() -> None:
    assert button("<b>Go</b>", "copy&go", data_key_of="1") == (
        '<button type="button" class="md-button fp-button" data-action="copy&amp;go" data-key-of="1"><b>Go</b></button>'
    )
