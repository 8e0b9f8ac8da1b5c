"""Apache: `.htaccess` in the folder that is published, for a host that allows it (`AllowOverride FileInfo`)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from fingerpost.site.headers.host import ADVICE, Host
from fingerpost.site.headers.sent import POLICY, TYPES, SentHeaders


def lines(headers: SentHeaders) -> Iterator[str]:
    """Return the lines of `.htaccess`."""
    yield "# Headers need mod_headers: without it, the site works, and only the pages' own policy protects it."
    yield from (f"# {line}" for line in ADVICE)
    yield "<IfModule mod_headers.c>"
    yield from (f'  Header always set {name} "{value}"' for name, value in headers.everywhere.items())
    for path, policy in headers.workers.items():
        # A file of this name in another folder of the site is the same worker for another set of pages.
        yield f'  <FilesMatch "^{re.escape(posixpath.basename(path))}$">'
        yield f'    Header always set {POLICY} "{policy}"'
        yield "  </FilesMatch>"
    yield "</IfModule>"
    yield "<IfModule mod_mime.c>"
    yield from (f"  AddType {kind} .{ending}" for ending, kind in TYPES.items())
    yield "</IfModule>"


HOST = Host(order=40, title="Apache", file=".htaccess", in_site=True, lines=lines)
