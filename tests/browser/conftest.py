"""A real browser on the built site, served under a path as a project page of a shared host is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, sync_playwright

from site_server import SiteServer
from watch import POLICY, Watch

SITE = Path(__file__).parents[2] / "site"

# What keeps Chromium itself quiet: without these it looks up its maker's hosts at every start.
_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as needing the browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives every browser; there can be only one at a time."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests; each test has its own profile in it."""
    sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    browser = playwright.chromium.launch(
        executable_path=os.environ.get("CHROMIUM", "chromium"), args=[*_QUIET, *sandbox]
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def shared_server() -> Iterator[SiteServer]:
    """Serve the built site."""
    assert (SITE / "index.html").is_file(), "build the site first: python3 scripts/build.py"
    with SiteServer(SITE, prefix="/guide/") as server:
        yield server


@pytest.fixture
def server(shared_server: SiteServer) -> Iterator[SiteServer]:
    """The site's server, with whatever a test does to it undone afterwards."""
    shared_server.requested.clear()
    yield shared_server
    shared_server.intercept = None


@pytest.fixture
def watch() -> Watch:
    """Collects what goes wrong; a test that provokes a fault names it in `expected`."""
    return Watch()


@pytest.fixture
def visit(chromium: Browser, server: SiteServer, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Open a page of the site in a fresh profile, and fail if anything goes wrong on it meanwhile."""
    contexts = []

    def open_page(address: str = "", **options: object) -> Page:
        # A service worker fetches the whole site in the background; the tests of it allow it.
        options.setdefault("service_workers", "block")
        context = chromium.new_context(**options)  # pyright: ignore[reportArgumentType] - passed on as given
        contexts.append(context)
        context.set_default_timeout(20_000)

        def heard(message: ConsoleMessage) -> None:
            if message.type == "error" or POLICY in message.text:
                watch.faults.append(f"console: {message.text}")

        def requested(request: Request) -> None:
            if not request.url.startswith((server.address, "data:", "blob:")):
                watch.faults.append(f"request to another origin: {request.url}")

        context.on("console", heard)
        context.on("weberror", lambda fault: watch.faults.append(f"script: {fault.error}"))
        context.on("request", requested)
        page = context.new_page()
        page.goto(server.address + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert watch.unexpected() == []
