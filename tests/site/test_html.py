"""The HTML of every built page keeps the rules, as two checkers know them."""

from __future__ import annotations

from pathlib import Path

import pytest

from built_site import SITE, main_of, page, pages
from fingerpost.site.theme_fixes import fixed
from html_checkers import html_validate, nu_html_checker


def test_html_validate_finds_nothing() -> None:
    assert html_validate([Path("site/**/*.html")]) == []


@pytest.mark.long
def test_the_nu_html_checker_finds_nothing() -> None:
    assert nu_html_checker([SITE]) == []


def test_html_validate_finds_a_fault(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.html"
    faulty.write_text('<!doctype html><html lang="en"><title>A</title><p><div id="x" id="x"></div>', encoding="utf-8")

    found = "\n".join(html_validate([faulty]))

    assert "no-dup-attr" in found
    assert "no-implicit-close" in found


def test_no_page_has_a_form_to_send() -> None:
    """The rule that a form has a button to send it is off, for the theme's two forms."""
    assert [address for address in pages() if any(main_of(page(address)).all("form"))] == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        (
            '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">',
            '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" aria-label="Menu">',
        ),
        (
            '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">',
            '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search">',
        ),
        (
            '<div class="md-dialog" data-md-component="dialog">',
            '<div class="md-dialog" role="status" data-md-component="dialog">',
        ),
        (
            '<h2 id="a">A<a class="headerlink" href="#a" title="Link to this section">&para;</a></h2>',
            '<h2 id="a">A<a class="headerlink" aria-hidden="true" tabindex="-1" href="#a"'
            ' title="Link to this section">&para;</a></h2>',
        ),
        ('<link rel="prev" href="a/">\n        <link rel="next" href="b/">\n', '<link rel="prev" href="a/">\n'),
        ('<td align="right">1</td>', '<td class="align-right">1</td>'),
        (
            "<table><thead>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><a>x</a></td>\n"
            "<td>y</td>\n</tr>\n<tr>\n<td></td>\n<td>z</td>\n</tr>\n</tbody></table>",
            '<table><thead>\n<tr>\n<th scope="col">A</th>\n<th scope="col">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
            '<th scope="row"><a>x</a></th>\n'
            "<td>y</td>\n</tr>\n<tr>\n<td></td>\n<td>z</td>\n</tr>\n</tbody></table>",
        ),
        (
            '<table><tr>\n<th class="no-row-names">A</th>\n</tr><tr>\n<td>x</td>\n</tr></table>',
            '<table><tr>\n<th scope="col">A</th>\n</tr><tr>\n<td>x</td>\n</tr></table>',
        ),
        ("<p>Publish/Subscribe, é/É, 24/7</p>", "<p>Publish/<wbr>Subscribe, é/<wbr>É, 24/7</p>"),
        (
            "<head><title>a/b</title></head><template>a/b</template><pre>a/b</pre><svg><text>a/b</text></svg>"
            '<textarea>a/b</textarea><a title="a/b>c/d" href=x/y><!-- it\'s a/b --><header>a</header>',
            "<head><title>a/b</title></head><template>a/b</template><pre>a/b</pre><svg><text>a/b</text></svg>"
            '<textarea>a/b</textarea><a title="a/b>c/d" href=x/y><!-- it\'s a/b --><header>a</header>',
        ),
        (
            '<input type="text" autocomplete="off"><a tabindex="">',
            '<input type="text" autocomplete="off"><a tabindex="">',
        ),
    ],
    ids=[
        "menu",
        "checkbox",
        "status",
        "heading",
        "next",
        "cell",
        "rows",
        "no-rows",
        "slash",
        "no-text",
        "anything-else",
    ],
)
def test_a_fault_of_the_theme_is_corrected_and_nothing_else(written: str, right: str) -> None:
    assert fixed(written) == right
