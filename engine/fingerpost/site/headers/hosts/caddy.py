"""Caddy: lines to import where the site is served, in its block of the Caddyfile.

`route` keeps their order. Caddy would put lines without a matcher last, where they replace the others:
https://caddyserver.com/docs/caddyfile/directives#sorting-algorithm.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from fingerpost.site.headers.host import ADVICE, Host
from fingerpost.site.headers.sent import POLICY, TYPES, SentHeaders


def lines(headers: SentHeaders) -> Iterator[str]:
    """Return the lines to import."""
    yield from (f"# {line}" for line in ADVICE)
    yield "route {"
    yield "\theader {"
    yield from (f'\t\t{name} "{value}"' for name, value in headers.everywhere.items())
    yield "\t}"
    for path, policy in headers.workers.items():
        yield from _matched(posixpath.basename(path).partition(".")[0], f"*/{path}", POLICY, policy)
    for ending, kind in TYPES.items():
        yield from _matched(ending, f"*.{ending}", "Content-Type", kind)
    yield "}"


def _matched(name: str, path: str, header: str, value: str) -> Iterator[str]:
    yield f"\t@{name} path {path}"
    yield f'\theader @{name} {header} "{value}"'


HOST = Host(order=50, title="Caddy", file="headers.Caddyfile", in_site=False, lines=lines)
