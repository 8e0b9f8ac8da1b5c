"""The files with headers for hosts, written into the folder of a built site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fingerpost.site.headers.hosts import HOSTS
from fingerpost.site.headers.sent import SentHeaders


def write_files(site: Path, headers: SentHeaders, hosts: Iterable[str]) -> list[str]:
    """Write the file of each kind of host, unless the site has one of its own.

    Args:
        site: The folder of the built site.
        headers: The headers to send.
        hosts: The kinds of hosts, by name.

    Returns:
        The names of the files that the site has itself, which are left as they are.
    """
    files = {HOSTS[name].file: HOSTS[name].write(headers) for name in hosts}
    own = [name for name in files if (site / name).exists()]
    for name in files.keys() - own:
        (site / name).write_text(files[name], encoding="utf-8")
    return own
