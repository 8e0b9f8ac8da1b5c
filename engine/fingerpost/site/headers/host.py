"""A kind of host, with the file that tells it which headers to send."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from fingerpost.site.headers.sent import SentHeaders

ADVICE: Final = (
    "If the whole host is only for https, and will stay so, also send:",
    "Strict-Transport-Security: max-age=31536000",
)
"""The header that no build can decide on: browsers then refuse plain http for every site of the host, for a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A kind of host.

    Attributes:
        order: Its position in lists: a smaller number comes first.
        title: Its name.
        file: The name of the file.
        in_site: Whether the host itself looks for the file in the folder of the site.
        lines: Returns the lines of the file.
    """

    order: int
    title: str
    file: str
    in_site: bool
    lines: Callable[[SentHeaders], Iterator[str]]

    def write(self, headers: SentHeaders) -> str:
        """Return the content of the file."""
        return "\n".join(self.lines(headers)) + "\n"
