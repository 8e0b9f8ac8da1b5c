"""Reads a `_headers` file as Netlify and Cloudflare Pages do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

LONGEST_LINE = 2_000
MOST_RULES = 100
"""The limits of Cloudflare Pages: https://developers.cloudflare.com/pages/configuration/headers/."""


def read_headers(text: str) -> Callable[[str], Mapping[str, str]]:
    """Return a function that gives the headers of a path, counted from the root of the site.

    Args:
        text: The content of the file.

    Raises:
        ValueError: A host would refuse a line, or leave it out.
    """
    rules: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            raise ValueError(f"line {number} is too long")
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("/"):
            parts = (re.escape(part) for part in line.split("*"))
            rules.append((re.compile(".*".join(parts)), []))
            continue
        name, colon, value = line.strip().partition(":")
        if not line.startswith(" ") or not colon or not re.fullmatch(r"[A-Za-z-]+", name) or not rules:
            raise ValueError(f"line {number} is neither a path nor a header")
        rules[-1][1].append((name, value.strip()))
    if len(rules) > MOST_RULES:
        raise ValueError("there are too many rules")

    def headers(path: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for pattern, named in rules:
            for name, value in named if pattern.fullmatch(f"/{path}") else ():
                found[name] = f"{found[name]}, {value}" if name in found else value
        return found

    return headers
