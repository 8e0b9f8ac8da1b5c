"""Addresses that hold outside the page. `urllib.parse` would be 40 KB in every visitor's download."""

from __future__ import annotations

import re
from typing import Final

_ORIGIN: Final = re.compile(r"^(https?://[^/?#]+)([^?#]*)", re.IGNORECASE)


def absolute(base: str, href: str) -> str:
    """Return where a link on a page leads, as RFC 3986, section 5.2, resolves it.

    Args:
        base: The address of the page; it begins with http:// or https://.
        href: The link: an address, or a path from the page or from its site.

    Returns:
        The address, or "" where there is none that another program could follow.
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
