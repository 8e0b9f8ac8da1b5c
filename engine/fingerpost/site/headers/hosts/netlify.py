"""Netlify, and Cloudflare Pages, which reads the same file: `_headers` in the folder that is published.

Both know the types of all files. If several rules fit a file, both send all values of a header, joined by commas:
https://docs.netlify.com/routing/headers/ and https://developers.cloudflare.com/pages/configuration/headers/.
"""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.site.headers.host import ADVICE, Host
from fingerpost.site.headers.sent import POLICY, SentHeaders


def lines(headers: SentHeaders) -> Iterator[str]:
    """Return the lines of `_headers`."""
    yield from (f"# {line}" for line in ADVICE)
    yield "/*"
    yield from (f"  {name}: {value}" for name, value in headers.everywhere.items())
    for path, policy in headers.workers.items():
        yield f"/{path}"
        yield f"  {POLICY}: {policy}"


HOST = Host(order=10, title="Netlify", file="_headers", in_site=True, lines=lines)
