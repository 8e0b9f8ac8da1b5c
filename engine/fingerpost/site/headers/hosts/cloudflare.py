"""Cloudflare Pages: the same file as for Netlify."""

from __future__ import annotations

from fingerpost.site.headers.host import Host
from fingerpost.site.headers.hosts.netlify import lines

HOST = Host(order=20, title="Cloudflare Pages", file="_headers", in_site=True, lines=lines)
