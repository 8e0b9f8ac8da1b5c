"""One row of the table, and the browser profile in which it is measured."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext


@dataclass(frozen=True)
class Result:
    """One row of the table; `stock` is None if there is nothing to compare with."""

    what: str
    unit: str
    ours: float
    stock: float | None
    goal: str
    floor: float | None = None


@contextmanager
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """Open a new profile."""
    context = browser.new_context()
    context.set_default_timeout(120_000)
    yield context
    context.close()
