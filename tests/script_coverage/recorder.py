"""Records which parts of the page's scripts run while browser tests do: a plugin of pytest, used by `run.py`.

Chromium counts, by its own protocol, in each page that a test opens and in the workers that the page starts. The
figures are taken after each test, before its pages are closed.
"""

from __future__ import annotations

import json
import os
import pickle
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page
from playwright.sync_api import Error as BrowserError
from ranges import Ran

FOLDER = "FINGERPOST_SCRIPT_COVERAGE"
"""The variable that names the folder for the records."""

_COUNTING = {"callCount": True, "detailed": True}


class _InPage:
    """Counts in one page and its workers."""

    def __init__(self, page: Page, ran: Ran) -> None:
        self._ran = ran
        self._workers: set[str] = set()
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("Profiler.enable")
        self._session.send("Profiler.startPreciseCoverage", _COUNTING)
        self._session.on("Target.attachedToTarget", self._attached)
        self._session.on("Target.detachedFromTarget", lambda gone: self._workers.discard(gone["sessionId"]))
        self._session.on("Target.receivedMessageFromTarget", self._heard)
        # A worker waits until it is counted in. Playwright's own sessions are of the flat kind and know nothing of it.
        self._session.send(
            "Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": False}
        )

    def _attached(self, found: dict[str, Any]) -> None:
        worker: str = found["sessionId"]
        self._workers.add(worker)
        self._tell(worker, 1, "Profiler.enable")
        self._tell(worker, 2, "Profiler.startPreciseCoverage", _COUNTING)
        self._tell(worker, 3, "Runtime.runIfWaitingForDebugger")

    def _tell(self, worker: str, number: int, method: str, given: dict[str, Any] | None = None) -> None:
        message = json.dumps({"id": number, "method": method, "params": given or {}})
        self._session.send("Target.sendMessageToTarget", {"sessionId": worker, "message": message})

    def _heard(self, told: dict[str, Any]) -> None:
        message = json.loads(told["message"])
        if message.get("id") == 4:
            self._ran.add(message["result"]["result"])

    def take(self) -> None:
        """Take the figures so far.

        Raises:
            BrowserError: The page is closed.
        """
        for worker in list(self._workers):
            self._tell(worker, 4, "Profiler.takePreciseCoverage")
        self._ran.add(self._session.send("Profiler.takePreciseCoverage")["result"])


class Recorder:
    """Counts in every page of Chromium that a test opens."""

    def __init__(self) -> None:
        self._ran = Ran()
        self._pages: list[_InPage] = []
        new_page = BrowserContext.new_page

        def open_page(context: BrowserContext) -> Page:
            page = new_page(context)
            if context.browser is not None and context.browser.browser_type.name == "chromium":
                self._pages.append(_InPage(page, self._ran))
            return page

        BrowserContext.new_page = open_page  # pyright: ignore[reportAttributeAccessIssue] # there is no hook for it

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self) -> None:
        """Take the figures of the test that has ended."""
        for page in list(self._pages):
            try:
                page.take()
            except BrowserError:
                self._pages.remove(page)

    def pytest_sessionfinish(self) -> None:
        """Leave the record."""
        file = Path(os.environ[FOLDER]) / f"{uuid4()}.pickle"
        file.write_bytes(pickle.dumps(self._ran.of))


def pytest_configure(config: pytest.Config) -> None:
    """Count in this process of tests."""
    config.pluginmanager.register(Recorder())
