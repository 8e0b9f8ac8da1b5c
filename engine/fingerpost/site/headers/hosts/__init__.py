"""The kinds of hosts that get a file with headers, one file each.

To add one, copy `netlify.py`.
"""

from __future__ import annotations

from typing import Final

from fingerpost.registry import collect
from fingerpost.site.headers.host import Host

HOSTS: Final = collect(__name__, "HOST", Host)
"""Each kind of host by its name, in the order in which they are offered."""
