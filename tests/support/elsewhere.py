"""A listener in the place of every host but this machine: it notes whom a browser wants to reach, and hangs up."""

from __future__ import annotations

import re
import socketserver
import threading
from types import TracebackType
from typing import Self

_NAME = re.compile(rb"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")

_OF_THE_BROWSER = (
    *(b"accounts.google.com", b"clients2.google.com", b"edgedl.me.gvt1.com", b"content-autofill.googleapis.com"),
    *(b"optimizationguide-pa.googleapis.com", b"safebrowsing.googleapis.com", b"update.googleapis.com"),
)
"""Whom a whole Chromium asks by itself, minutes after its start. What a page asks of them, it still reports."""


class Elsewhere:
    """Notes the names of the hosts to which browsers connect.

    Attributes:
        reached: The names, in order.
    """

    def __init__(self) -> None:
        """Reserve a port."""
        self.reached: list[str] = []
        self._server = _Server(("127.0.0.1", 0), self.reached)

    @property
    def chromium_argument(self) -> str:
        """The argument with which Chromium takes every other host for the listener."""
        port = self._server.server_address[1]
        return f"--host-resolver-rules=MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1, EXCLUDE localhost"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], reached: list[str]) -> None:
        self.reached = reached
        super().__init__(address, _Handler)


class _Handler(socketserver.BaseRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - made by _Server only

    def handle(self) -> None:
        self.request.settimeout(1)
        try:
            first = self.request.recv(2048)
        except OSError:
            first = b""
        if any(name in first for name in _OF_THE_BROWSER):
            return
        # A request names its host; so does the greeting of an encrypted connection.
        names = " ".join(name.decode() for name in _NAME.findall(first))
        self.server.reached.append(names or "not named")
