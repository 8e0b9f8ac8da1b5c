"""Drives a browser by W3C WebDriver, for the one that Playwright cannot drive.

A library for it is nine packages, for the few commands that the tests of that browser need.
"""

from __future__ import annotations

import json
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of an element's id in the protocol."""

_PATIENCE = 60.0


class WebDriver:
    """A browser with one page.

    Every wait ends after a minute with an AssertionError that says what did not happen.
    """

    def __init__(self, driver: str, capabilities: Mapping[str, Any]) -> None:
        """Open the browser.

        Args:
            driver: The address of the driver.
            capabilities: The browser, as the protocol describes it.
        """
        self._session = driver
        made = self._command("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self._session = f"{driver}/session/{made['sessionId']}"

    def _command(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - any JSON
        request = urllib.request.Request(  # noqa: S310 - our own driver
            f"{self._session}{path}",
            method=method,
            data=None if method == "GET" else json.dumps(body or {}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=2 * _PATIENCE) as reply:  # noqa: S310 - our own driver
            return json.load(reply)["value"]

    def go(self, address: str) -> None:
        """Open a page."""
        self._command("POST", "/url", {"url": address})

    def back(self) -> None:
        """Go back in the history."""
        self._command("POST", "/back")

    def reload(self) -> None:
        """Load the page again."""
        self._command("POST", "/refresh")

    @property
    def address(self) -> str:
        """The address of the page."""
        return self._command("GET", "/url")

    def run(self, expression: str) -> Any:  # noqa: ANN401 - any JSON
        """Return the value of an expression of JavaScript in the page."""
        return self._command("POST", "/execute/sync", {"script": f"return {expression}", "args": []})

    def expect(self, expression: str, expected: object) -> None:
        """Wait until an expression has a value."""
        until = time.monotonic() + _PATIENCE
        while (found := self.run(expression)) != expected:
            assert time.monotonic() < until, f"{expression} is {found!r}, not {expected!r}"
            time.sleep(0.1)

    def click(self, selector: str) -> None:
        """Click an element as soon as it can be clicked."""
        # The driver itself would leave it at the window's upper edge, where the page's header covers it.
        self.run(f"document.querySelector({json.dumps(selector)})?.scrollIntoView({{ block: 'center' }})")
        self._use(selector, "click", {})

    def type(self, selector: str, text: str) -> None:
        """Type into a field as soon as it is drawn."""
        self._use(selector, "value", {"text": text})

    def _use(self, selector: str, command: str, body: Mapping[str, Any]) -> None:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                found = self._command("POST", "/element", {"using": "css selector", "value": selector})
                self._command("POST", f"/element/{found[_ELEMENT]}/{command}", body)
            except urllib.error.HTTPError as fault:  # not there yet, not drawn yet, or replaced meanwhile
                told = json.load(fault)["value"]["error"]
                assert time.monotonic() < until, f"{selector}: {told}"
                time.sleep(0.1)
            else:
                return

    def close(self) -> None:
        """Close the browser."""
        self._command("DELETE", "")


@contextmanager
def driver_at(program: Path, environment: Mapping[str, str], port: int) -> Iterator[str]:
    """Run a driver, and yield its address as soon as it answers.

    Args:
        program: The driver.
        environment: Its variables, which the browser gets, too.
        port: A free port of this machine.
    """
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen([program, f"--port={port}"], env=dict(environment)) as process:
        until = time.monotonic() + _PATIENCE
        while not _answers(address):
            assert process.poll() is None, f"{program} has ended"
            assert time.monotonic() < until, f"{program} does not answer"
            time.sleep(0.1)
        yield address
        process.terminate()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/status", timeout=5):  # noqa: S310 - our own driver
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
