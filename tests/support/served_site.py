"""A site as `mkdocs serve` shows it to its author: rebuilt after every change, with pages that reload."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

_EPOCH = re.compile(r"livereload\((\d+), \d+\);")


class ServedSite:
    """Runs `mkdocs serve`.

    Attributes:
        address: The address of the home page.
    """

    def __init__(self, folder: Path, *arguments: str) -> None:
        """Choose a port.

        Args:
            folder: The folder with mkdocs.yml.
            arguments: More arguments for `mkdocs serve`.
        """
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            host = f"127.0.0.1:{probe.getsockname()[1]}"
        self.address = f"http://{host}/"
        self._command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host, *arguments]
        self._folder = folder
        self._printed = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed with the server
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Start the server and wait for the first build."""
        quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
        # A test run in the background of a shell ignores Ctrl-C, and the server would inherit that.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            self._process = subprocess.Popen(
                self._command,
                cwd=self._folder,
                env={**os.environ, **quiet},
                stdout=self._printed,
                stderr=subprocess.STDOUT,
                text=True,
            )
        finally:
            signal.signal(signal.SIGINT, before)
        until = time.monotonic() + 120
        while not self._answers():
            assert self._process.poll() is None, self.printed()
            assert time.monotonic() < until, self.printed()
            time.sleep(0.1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Stop the server as Ctrl-C does."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(30)
        finally:
            self._process.kill()  # has no effect if it has ended
            self._printed.close()

    def _answers(self) -> bool:
        try:
            self.page()
        except urllib.error.URLError:
            return False
        return True

    def printed(self) -> str:
        """Return everything that the server has printed so far."""
        self._printed.seek(0)
        return self._printed.read()

    def page(self, path: str = "") -> str:
        """Return the text of a page, or of another file."""
        with urllib.request.urlopen(f"{self.address}{path}", timeout=90) as response:  # noqa: S310 - our own server
            return response.read().decode()

    def epoch(self) -> int:
        """Return the number of the build shown."""
        found = _EPOCH.search(self.page())
        assert found is not None, "the page has no live reload"
        return int(found[1])

    def wait_for_build(self, after: int) -> None:
        """Wait until a newer build is shown.

        Args:
            after: The number of the earlier build.
        """
        until = time.monotonic() + 90
        while int(self.page(f"livereload/{after}/1")) <= after:
            assert time.monotonic() < until, self.printed()
