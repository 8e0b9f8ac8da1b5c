"""Texts that are read away from their page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.export.addresses import standing_alone, with_whole_addresses
from fingerpost.text.markup import Text
from fingerpost.tree.model import Tree
from made_up import SUPPER

PAGE = "https://example.org/a/choose/"


def with_help(html: str) -> Tree:
    cook = replace(SUPPER.questions["cook"], help=Text("words", html))
    return replace(SUPPER, questions={**SUPPER.questions, "cook": cook})


def help_of(tree: Tree) -> str:
    text = tree.questions["cook"].help
    assert text is not None
    return text.html


@pytest.mark.parametrize(
    ("address", "page", "whole"),
    [
        ("https://example.org/x", "", "https://example.org/x"),
        ("mailto:a@example.org", PAGE, "mailto:a@example.org"),
        ("../menu/#soup", PAGE, "https://example.org/a/menu/#soup"),
        ("/menu/", PAGE, "https://example.org/menu/"),
        ("#supper?hungry=yes", PAGE, f"{PAGE}#supper?hungry=yes"),
        ("menu/?a=1&amp;b=%22", PAGE, f"{PAGE}menu/?a=1&amp;b=%22"),
        ("menu/", "", ""),
        ("menu.md", PAGE, ""),
        ("menu.md#soup", PAGE, ""),
        ("//example.org/x", PAGE, "//example.org/x"),
    ],
)
def test_a_link_leads_to_a_known_place_or_is_none(address: str, page: str, whole: str) -> None:
    html = f'<p>See <a href="{address}" title="a &gt; b">the <em>menu</em></a>.</p>'

    alone = help_of(standing_alone(with_help(html), page))

    expected = f'<a href="{whole}" title="a &gt; b">the <em>menu</em></a>' if whole else "the <em>menu</em>"
    assert alone == f"<p>See {expected}.</p>"


def test_a_picture_becomes_its_words() -> None:
    html = '<p><img src="plan.svg" alt="A &lt;plan&gt;" title="x"> <a href="x/"><img src="a.png" alt="B"></a></p>'

    assert help_of(standing_alone(with_help(html), "")) == "<p>A &lt;plan&gt; B</p>"


def test_a_tree_whose_links_are_whole_stays_as_it_is() -> None:
    tree = with_help('<a href="https://example.org/">x</a>')

    assert with_whole_addresses(tree, PAGE) is tree
    assert standing_alone(tree, "") is tree
