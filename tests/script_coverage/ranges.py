"""The characters of each script that have run, from the figures that V8 gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

_OURS = re.compile(r"/(assets/fingerpost/[\w-]+\.m?js|service-worker\.js)$")
"""The end of the address of each script of the package, in whichever folder a site is."""

_COPY = "blob:"
"""In place of the name of a script that a page started from a copy, as it does the engine's worker."""


class Ran:
    """What has run so far: for each script, one byte for each character, which is 1 if it ran.

    Attributes:
        of: The bytes, by the last part of the script's address and its length, since sites can have other builds.
    """

    def __init__(self, of: Mapping[tuple[str, int], bytes] | None = None) -> None:
        """Begin with what others have found."""
        self.of = dict(of or {})

    def add(self, scripts: Iterable[Mapping[str, Any]]) -> None:
        """Add the answer of `Profiler.takePreciseCoverage`."""
        for script in scripts:
            found = _OURS.search(urlsplit(script["url"]).path)
            name = _COPY if script["url"].startswith(_COPY) else found and found[1].rsplit("/", 1)[-1]
            if name is None:
                continue
            functions = script["functions"]
            length = max(each["endOffset"] for function in functions for each in function["ranges"])
            ran = bytearray(length)
            # Outer functions come before those inside them, and so do ranges.
            for function in functions:
                for each in function["ranges"]:
                    start, end = each["startOffset"], each["endOffset"]
                    ran[start:end] = (b"\1" if each["count"] else b"\0") * (end - start)
            self._join(name, bytes(ran))

    def of_script(self, name: str, length: int) -> bytes:
        """Return the bytes of a script; a copy is known by its length."""
        both = (int.from_bytes(self.of.get((each, length), b"")) for each in (name, _COPY))
        return (next(both) | next(both)).to_bytes(length)

    def join(self, other: Ran) -> None:
        """Add what another process has found."""
        for (name, _), ran in other.of.items():
            self._join(name, ran)

    def _join(self, name: str, ran: bytes) -> None:
        known = int.from_bytes(self.of.get((name, len(ran)), b""))
        self.of[name, len(ran)] = (known | int.from_bytes(ran)).to_bytes(len(ran))
