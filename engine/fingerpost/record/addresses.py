"""Resolves links outside the page, without adding the 40 KB of `urllib.parse` to every visitor's download."""

from __future__ import annotations

import re
from typing import Final

from fingerpost.text.addresses import addresses_in, is_relative
from fingerpost.text.markup import Text

_ORIGIN: Final = re.compile(r"^(https?://[^/?#]+)([^?#]*)", re.IGNORECASE)


def absolute(base: str, href: str) -> str:
    """Return the absolute address of a link on a page, resolved as in RFC 3986, section 5.2.

    Args:
        base: The address of the page; it begins with http:// or https://.
        href: The link: an address, or a path from the page or from its site.

    Returns:
        The address, or "" if there is none that another program could follow.
    """
    if _ORIGIN.match(href):
        return href
    here = _ORIGIN.match(base)
    if here is None or href.startswith(("//", "#", "?")) or not href or ":" in href.partition("/")[0]:
        return ""
    path, end = re.match(r"([^?#]*)(.*)", href, re.DOTALL).groups()  # pyright: ignore[reportOptionalMemberAccess] # every text matches
    folders = [] if path.startswith("/") else here[2].split("/")[1:-1]
    *steps, last = path.removeprefix("/").split("/")
    if last in (".", ".."):
        steps, last = [*steps, last], ""
    for step in steps:
        if step == "..":
            folders = folders[:-1]
        elif step != ".":
            folders.append(step)
    return "/".join((here[1], *folders, last)) + end


def plain_on(page: str, text: Text) -> str:
    """Return the words of a text with the addresses of its links in full, since a record is read elsewhere.

    Args:
        page: The address of the page for which the links were made; empty leaves them as they are.
        text: The text; its words have each address in brackets.
    """
    plain = text.plain
    if not page or plain == text.html:
        return plain
    for address in addresses_in(text.html):
        if is_relative(address):
            whole = page + address if address.startswith("#") else absolute(page, address)
            plain = plain.replace(f"({address})", f"({whole or address})")
    return plain
