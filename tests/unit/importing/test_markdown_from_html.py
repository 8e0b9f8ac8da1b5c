"""HTML becomes Markdown that gives it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from example_trees import TREES
from fingerpost.importing.markdown_from_html import markdown_from_html
from fingerpost.source import read_tree
from fingerpost.source.prose import render
from fingerpost.text.markup import Text
from fingerpost.tree.shape import Kind
from fingerpost.tree.texts import texts_in

DOCS = Path(__file__).parents[3] / "docs"

INLINE = (
    "Is it <em>really</em> <strong>so</strong>?",
    'See <a href="https://example.org/a_b(c)">the <em>page</em></a>.',
    'An <abbr title="application &quot;x&quot;">API</abbr>, <kbd>Ctrl</kbd> and x<sup>2</sup>',
    "Run <code>a `b` *c*</code>",
    "1. not a list, # no heading, *no emphasis* and &lt;b&gt;",
    "<em>All</em> of it",
)
BLOCKS = (
    "<p>One.</p>\n<p>Two.</p>",
    "<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>",
    '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>',
    "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>",
    "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>",
    "<pre><code>a\n  b &lt;c&gt;\n\nd\n</code></pre>",
    '<pre><code class="python">a = 1\n</code></pre>',
    "<p>a</p>\n<hr>\n<p>b</p>",
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n'
    '<td align="right">2</td>\n</tr>\n</tbody>\n</table>',
    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>",
    '<p><img alt="A plan" src="plan.svg"></p>',
    "<p>a<br>\nb</p>",
)


def html_of(markdown: str, *, block: bool) -> str:
    text = render(markdown, block=block)
    assert isinstance(text, Text), text
    return " ".join(text.html.split())


@pytest.mark.parametrize("html", INLINE)
def test_a_line_comes_back(html: str) -> None:
    assert html_of(markdown_from_html(html, block=False), block=False) == html


@pytest.mark.parametrize("html", BLOCKS)
def test_blocks_come_back(html: str) -> None:
    assert html_of(markdown_from_html(html, block=True), block=True) == " ".join(html.split())


@pytest.mark.parametrize("file", [*DOCS.rglob("tree.yml"), *TREES.glob("*.yml")], ids=lambda file: file.parent.name)
def test_every_text_of_the_repository_comes_back(file: Path) -> None:
    tree = read_tree(file).tree
    assert tree is not None

    for _, kind, text in texts_in(tree):
        block = kind is Kind.BLOCK
        assert html_of(markdown_from_html(text.html, block=block), block=block) == " ".join(text.html.split())


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<p style="color:red" onclick="x()">a <span class="b">c</span></p>', "a c"),
        ("<script>alert(1)</script>a<style>b{}</style>", "a"),
        ("<div><h2>Heading</h2>words</div>", "**Heading**\n\nwords"),
        ("a</b></p>b", "ab"),
        ("<ul><li>a", "-   a"),
        ("", ""),
        ("<b>" * 5000 + "a", None),
    ],
)
def test_what_a_text_cannot_have_is_left_out(html: str, markdown: str | None) -> None:
    written = markdown_from_html(html, block=True)

    assert written == markdown if markdown is not None else "a" in written
