"""Links in the texts of a tree that is read away from its page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from fingerpost.record.addresses import absolute, plain_on
from fingerpost.text.addresses import addresses_in, is_relative, with_addresses
from fingerpost.text.markup import Text
from fingerpost.tree.model import Tree
from fingerpost.tree.texts import with_texts

_ATTRIBUTES: Final = r'((?: [a-z]+="[^"]*")*)'
_LINK: Final = re.compile(rf"<a{_ATTRIBUTES}>(.*?)</a>", re.DOTALL)
_PICTURE: Final = re.compile(rf"<img{_ATTRIBUTES}>")
_WORDS: Final = re.compile(r' alt="([^"]*)"')


def with_whole_addresses(tree: Tree, page: str) -> Tree:
    """Return a tree whose texts have whole addresses, as far as they are known.

    Args:
        tree: The tree.
        page: The address of its page.
    """

    def change(text: Text) -> Text:
        html = html_on(page, text.html)
        return text if html == text.html else replace(text, plain=plain_on(page, text), html=html)

    return with_texts(tree, change)


def html_on(page: str, html: str) -> str:
    """Return the HTML of a text with whole addresses, as far as they are known.

    Args:
        page: The address of the page with the tree; empty leaves them as they are.
        html: The HTML, with links that count from there.
    """
    return with_addresses(html, lambda address: _whole(page, address) or address)


def standing_alone(tree: Tree, page: str) -> Tree:
    """Return a tree whose texts need no other file: whole addresses, and words for pictures.

    A link whose address is not known becomes its words.

    Args:
        tree: The tree.
        page: The address of its page; empty if there is none.
    """

    def link(found: re.Match[str]) -> str:
        whole = [_whole(page, address) for address in addresses_in(found[0])]
        return with_addresses(found[0], lambda _: whole[0]) if whole and whole[0] else found[2]

    def words(found: re.Match[str]) -> str:
        alternative = _WORDS.search(found[1])
        return alternative[1] if alternative else ""

    def change(text: Text) -> Text:
        html = _LINK.sub(link, _PICTURE.sub(words, text.html))
        return text if html == text.html else replace(text, html=html)

    return with_texts(tree, change)


def _whole(page: str, address: str) -> str:
    """Return the address of a link on the web; empty if it is not known, as that of a source file is not."""
    if not is_relative(address):
        return address
    if not page or address.partition("#")[0].endswith(".md"):
        return ""
    return page + address if address.startswith("#") else absolute(page, address)
