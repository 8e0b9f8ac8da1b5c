"""nginx: lines to include where the site is served, in its `server` or `location` block.

A block with an `add_header` inherits none from the block around it, so each worker repeats them all:
https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from fingerpost.site.headers.host import ADVICE, Host
from fingerpost.site.headers.sent import POLICY, TYPES, SentHeaders


def lines(headers: SentHeaders) -> Iterator[str]:
    """Return the lines to include."""
    yield from (f"# {line}" for line in ADVICE)
    yield from _added(headers.everywhere)
    # The first expression that matches counts.
    for path, policy in headers.workers.items():
        yield f'location ~ "/{re.escape(path)}$" {{'
        yield from (f"    {line}" for line in _added({**headers.everywhere, POLICY: policy}))
        yield "    types {}"
        yield f"    default_type {TYPES['mjs']};"
        yield "}"
    for ending, kind in TYPES.items():
        yield f'location ~ "\\.{ending}$" {{'
        yield "    types {}"
        yield f"    default_type {kind};"
        yield "}"


def _added(headers: Mapping[str, str]) -> Iterator[str]:
    yield from (f'add_header {name} "{value}" always;' for name, value in headers.items())


HOST = Host(order=30, title="nginx", file="headers.nginx.conf", in_site=False, lines=lines)
