"""IIS, and Azure App Service on Windows: `web.config` in the folder that is published.

A header or a type that is named twice is an error there, so each is removed first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fingerpost.site.headers.host import ADVICE, Host
from fingerpost.site.headers.sent import POLICY, TYPES, SentHeaders
from fingerpost.text.markup import escape


def lines(headers: SentHeaders) -> Iterator[str]:
    """Return the lines of `web.config`."""
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield from (f"<!-- {line} -->" for line in ADVICE)
    yield "<configuration>"
    yield "  <system.webServer>"
    yield "    <staticContent>"
    for ending, kind in TYPES.items():
        yield f'      <remove fileExtension=".{ending}" />'
        yield f'      <mimeMap fileExtension=".{ending}" mimeType="{kind}" />'
    yield "    </staticContent>"
    yield from _custom(headers.everywhere)
    yield "  </system.webServer>"
    for path, policy in headers.workers.items():
        yield f'  <location path="{escape(path)}">'
        yield "  <system.webServer>"
        yield from _custom({POLICY: policy})
        yield "  </system.webServer>"
        yield "  </location>"
    yield "</configuration>"


def _custom(headers: Mapping[str, str]) -> Iterator[str]:
    yield "    <httpProtocol>"
    yield "      <customHeaders>"
    for name, value in headers.items():
        yield f'        <remove name="{name}" />'
        yield f'        <add name="{name}" value="{escape(value)}" />'
    yield "      </customHeaders>"
    yield "    </httpProtocol>"


HOST = Host(order=60, title="IIS", file="web.config", in_site=True, lines=lines)
