"""The addresses of the links and pictures in the HTML of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from fingerpost.text.markup import escape

# An attribute may hold a ">", so the tag is read attribute by attribute. Text has its "<" escaped.
_ADDRESS: Final = re.compile(r"""(<(?:a|img)(?: [a-z]+="[^"]*")*? (?:href|src)=")([^"]*)(")""")
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DROPPED_BY_BROWSERS: Final = re.compile(r"^[\x00-\x20]+|[\t\n\r]+")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&"))


def addresses_in(html: str) -> Iterator[str]:
    """Yield the address of every link and picture, in order."""
    for found in _ADDRESS.finditer(html):
        yield _unescaped(found[2])


def with_addresses(html: str, change: Callable[[str], str]) -> str:
    """Return HTML in which every address is replaced by what a function makes of it."""
    return _ADDRESS.sub(lambda found: found[1] + escape(change(_unescaped(found[2]))) + found[3], html)


def is_relative(address: str) -> bool:
    """Return whether an address counts from where it stands: it has no scheme, and no host."""
    return _ELSEWHERE.match(address) is None


def runs_code(address: str) -> bool:
    """Return whether an address may do something else than to show a page: it has a scheme other than of the web."""
    scheme = _SCHEME.match(_DROPPED_BY_BROWSERS.sub("", address))
    return scheme is not None and scheme[1].lower() not in ("http", "https")


def _unescaped(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text
