"""Texts: an author's Markdown as sanitised HTML and as plain text."""

from __future__ import annotations

import pytest

from fingerpost.source.fault import Fault
from fingerpost.source.prose import MAX_BRACKETS, render
from fingerpost.source.text import MAX_LENGTH
from fingerpost.text.markup import Text


def line(source: str) -> Text | Fault:
    """Return a text of one line."""
    return render(source, block=False)


def block(source: str) -> Text:
    """Return a text of several lines that must be good."""
    text = render(source, block=True)
    assert isinstance(text, Text)
    return text


def code_of(source: str, *, links: bool = True, several: bool = False) -> str:
    """Return the code of the problem that a text must have."""
    problem = render(source, block=several, links=links)
    assert isinstance(problem, Fault)
    return problem.code


@pytest.mark.parametrize(
    ("source", "plain", "html"),
    [
        ("Yes", "Yes", "Yes"),
        ("A & B < C > D", "A & B < C > D", "A &amp; B &lt; C &gt; D"),
        ("a<3 and x <- y", "a<3 and x <- y", "a&lt;3 and x &lt;- y"),
        ("`<script>` is text", "<script> is text", "<code>&lt;script&gt;</code> is text"),
        ("*one* **two**", "one two", "<em>one</em> <strong>two</strong>"),
        ("1\\. Not a list", "1. Not a list", "1. Not a list"),
        ("two\n  lines", "two lines", "two lines"),
        ("[map](map.md)", "map (map.md)", '<a href="map.md">map</a>'),
        ("<https://a.example>", "https://a.example", '<a href="https://a.example">https://a.example</a>'),
        ("<a@b.example>", "a@b.example", '<a href="mailto:a@b.example">a@b.example</a>'),
        ("H<sub>2</sub>O", "H2O", "H<sub>2</sub>O"),
        ("seen <!-- unseen --> text", "seen text", "seen text"),
    ],
)
def test_a_line(source: str, plain: str, html: str) -> None:
    """A text of one line has no paragraph around it, and text with a '<' in it survives."""
    assert line(source) == Text(plain, html)


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("Signs:\n\n- smoke\n- a *look*\n\nThat is all.", "Signs:\n\n- smoke\n- a look\n\nThat is all."),
        ("1. a\n2. b", "1. a\n2. b"),
        ("3. c\n4. d", "3. c\n4. d"),
        ("- a\n    - b\n        1. c\n- d", "- a\n  - b\n    1. c\n- d"),
        ("- one\n\n    and more\n\n- two", "- one\n  and more\n- two"),
        ("| a | b |\n|---|--:|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("```\nx = 1\n\ny\n```", "x = 1\n\ny"),
        ("> Quoted.", "Quoted."),
        ("Term\n:   Meaning", "Term\n  Meaning"),
        ("One  \nTwo", "One\nTwo"),
        ("One\n\n---\n\nTwo", "One\n\nTwo"),
    ],
)
def test_plain_text_of_blocks(source: str, plain: str) -> None:
    """Plain text keeps paragraphs apart, and lists and tables as lines."""
    assert block(source).plain == plain


def test_numbers_of_a_list_are_kept_in_html() -> None:
    """A numbered list begins where the author lets it begin."""
    assert block("3. c\n4. d").html == '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'


@pytest.mark.parametrize(
    "source",
    ["1. one", "- one", "a\n\nb", "    code", "> quoted", "| a |\n|---|\n| b |", "---", "```\nx\n```"],
)
def test_a_line_holds_no_blocks(source: str) -> None:
    """A list, a table or a second paragraph in a text of one line is a problem."""
    assert code_of(f"x\n\n{source}") == "not-inline"


@pytest.mark.parametrize(
    "source",
    ["Is it<br>right?", "Yes, and<br>- quite", "Wrong,<br># try again", "one<br />two", "one  \ntwo", "**a<br>b**"],
)
def test_a_line_has_no_line_break(source: str) -> None:
    """It would join two words in a title, and begin a list or a heading in a record."""
    assert code_of(source) == "not-inline"


@pytest.mark.parametrize(
    "source", ["# Title", "- one", "1. one", "1) one", "* one", "> one", "one\n===", "one\n- two", "one\n1. two"]
)
def test_a_line_is_plain_text_or_a_problem(source: str) -> None:
    """Text that Markdown would turn into a heading, a list or a quotation is shown as typed, or reported."""
    text = line(source)

    assert isinstance(text, Fault) or text.plain == " ".join(source.split())
    assert isinstance(text, Fault) or "<" not in text.html.replace("&lt;", "")


@pytest.mark.parametrize("source", ["-> next", "=> next", "a -> b", "a <- b", "a --> b", "a <=> b", "<-- a", "a => b"])
def test_an_arrow_is_text(source: str) -> None:
    """Arrows stay as they are typed."""
    text = line(source)

    assert isinstance(text, Text)
    assert text.plain == source


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<b onclick='alert(1)'>x</b>",
        "<iframe src='https://a.example'></iframe>",
        "<img src=x onerror=alert(1)>",
        "<style>p {}</style>",
        "<svg><script>1</script></svg>",
        "<a href='x' target='_blank'>x</a>",
        "<b>not closed",
        "x</p><p>y</div>",
        "# Heading",
        "a <word> b",
    ],
)
def test_html_that_would_be_changed_is_a_problem(source: str) -> None:
    """Whatever the sanitiser would drop or repair is reported instead."""
    assert code_of(source, several=True) == "unsafe-html"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "java&#x73;cript:alert(1)", "data:text/html,x", "vbscript:x", "a:b"]
)
def test_links_lead_to_pages_and_mail_only(address: str) -> None:
    """An address of another kind is a problem."""
    assert code_of(f"<a href='{address}'>x</a>") == "unsafe-link"


def test_a_label_has_no_link() -> None:
    """A text that becomes part of a link can't have one."""
    assert code_of("[Yes](yes.md)", links=False) == "link-in-label"


@pytest.mark.parametrize("source", ["<!-- later -->", "[x]: https://a.example", "\N{NO-BREAK SPACE}"])
def test_a_text_that_shows_nothing(source: str) -> None:
    """A text of which nothing would be seen is empty."""
    assert code_of(source) == "empty-text"


@pytest.mark.parametrize("source", ["x" * (MAX_LENGTH + 1), "[" * (MAX_BRACKETS + 1), "<" * (MAX_BRACKETS + 1)])
def test_a_text_that_would_take_too_long(source: str) -> None:
    """A text past the limits is not rendered."""
    assert code_of(source) == "too-long"


def test_nesting_past_the_stack_leaves_no_trace() -> None:
    """Markdown that is nested too deep is a problem, and the next text is rendered as ever."""
    assert code_of("- " * 9000 + "x", several=True) == "too-deep"
    assert block("- one").html == "<ul>\n<li>one</li>\n</ul>"


class TestPictures:
    """A text of several paragraphs can have pictures of the site, with words for those who do not see them."""

    def test_a_picture_is_shown_and_has_its_words_and_address_in_the_plain_text(self) -> None:
        text = block('Look:\n\n![A plan of the room](plan.svg "The plan")')

        assert '<img alt="A plan of the room" src="plan.svg" title="The plan">' in text.html.replace(" />", ">")
        assert text.plain == "Look:\n\nA plan of the room (plan.svg)"

    @pytest.mark.parametrize("source", ["![](plan.svg)", "![ ](plan.svg)", "<img src='plan.svg'>", "<img>"])
    def test_one_without_words_is_refused(self, source: str) -> None:
        assert code_of(source, several=True) == "picture-without-words"

    @pytest.mark.parametrize(
        "source", ["![a](https://a.example/b.png)", "![a](//a.example/b.png)", "![a](data:image/png;base64,AAAA)"]
    )
    def test_one_of_another_site_is_refused(self, source: str) -> None:
        assert code_of(source, several=True) == "unsafe-link"

    @pytest.mark.parametrize("source", ["<img src=x onerror=alert(1) alt=y>", "![a](javascript:b)"])
    def test_one_that_could_run_a_program_is_refused(self, source: str) -> None:
        assert code_of(source, several=True) in ("unsafe-html", "unsafe-link")

    def test_a_text_of_one_line_has_none(self) -> None:
        assert code_of("![A plan](plan.svg)") == "unsafe-html"
