"""The addresses in the HTML of a text: found, read as their author wrote them, and replaced."""

from __future__ import annotations

import pytest

from fingerpost.text.addresses import addresses_in, is_relative, runs_code, with_addresses

HTML = (
    '<p><a href="one?a=1&amp;b=2#c">x</a> href="no" <img alt="a > b" src="two&#39;s.png"> '
    '<a title="&quot;" href="/three&lt;&gt;&quot;">y</a> <code>&lt;a href="four"&gt;</code></p>'
)


def test_the_address_of_every_link_and_picture_is_found_in_order() -> None:
    assert list(addresses_in(HTML)) == ["one?a=1&b=2#c", "two's.png", '/three<>"']


def test_an_entity_that_the_author_wrote_out_stays_one() -> None:
    assert list(addresses_in('<a href="x?y=&amp;lt;">x</a>')) == ["x?y=&lt;"]


def test_addresses_are_replaced_and_nothing_else() -> None:
    changed = with_addresses(HTML, lambda address: f"../{address}")

    assert list(addresses_in(changed)) == ["../one?a=1&b=2#c", "../two's.png", '..//three<>"']
    assert with_addresses(changed, lambda address: address.removeprefix("../")) == HTML


@pytest.mark.parametrize(
    ("address", "relative"),
    [
        ("page.md", True),
        ("#part", True),
        ("/page", True),
        ("", True),
        ("a/b:c", True),
        ("//host/page", False),
        ("HTTPS://host", False),
        ("mailto:x", False),
        ("a+b.c-1:x", False),
    ],
)
def test_an_address_with_a_scheme_or_a_host_does_not_count_from_where_it_stands(address: str, relative: bool) -> None:
    assert is_relative(address) is relative


@pytest.mark.parametrize(
    ("address", "runs"),
    [
        ("http://host/page", False),
        ("HTTPS://host/page", False),
        ("page.md", False),
        ("//host/page", False),
        ("a/b:c", False),
        ("javascript:alert(1)", True),
        ("JavaScript:alert(1)", True),
        ("\x01 java\tscript\n:alert(1)", True),
        ("\r\n h\tttps://host/page", False),
        ("data:text/html,x", True),
        ("mailto:somebody", True),
    ],
)
def test_an_address_with_a_scheme_other_than_of_the_web_may_run_code(address: str, runs: bool) -> None:
    """Browsers read past spaces and control characters before a scheme, and past tabs and line breaks within it."""
    assert runs_code(address) is runs
