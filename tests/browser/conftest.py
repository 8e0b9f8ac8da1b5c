"""A real browser on the built site, served under a path as a project page of a shared host is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_copies import copy_with_little_search
from site_server import SiteServer
from tabs import Tab, Tabs
from watch import Watch

SITE = Path(__file__).parents[2] / "site"


BETWEEN = frozenset({320, 768, 1200})
"""Widths of the long run only: the ordinary one has the narrow and the wide page of each test."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Mark everything in this folder as needing the browser, and what the ordinary run leaves out as long.

    Of a test with many variants, the ordinary run has the first and the last; all if it is marked `every_variant`.
    """
    here = Path(__file__).parent
    variants: dict[str, list[pytest.Function]] = {}
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")
            given = item.callspec.params.values() if hasattr(item, "callspec") else ()
            if any(isinstance(value, int) and value in BETWEEN for value in given):
                item.add_marker("long")
            if item.get_closest_marker("long") is None and item.get_closest_marker("every_variant") is None:
                variants.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for of_one_test in variants.values():
        for item in of_one_test[1:-1]:
            item.add_marker("long")


@pytest.fixture(scope="session")
def shared_server() -> Iterator[SiteServer]:
    """Serve the built site."""
    assert (SITE / "index.html").is_file(), "build the site first: python3 scripts/build.py"
    with SiteServer(SITE, prefix="/guide/") as server:
        yield server


@pytest.fixture(scope="session")
def with_little_search(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site with a search that knows little."""
    folder = tmp_path_factory.mktemp("copy") / "site"
    copy_with_little_search(folder)
    return folder.resolve()


@pytest.fixture
def server(request: pytest.FixtureRequest, shared_server: SiteServer, with_little_search: Path) -> Iterator[SiteServer]:
    """The site's server, with whatever a test does to it undone afterwards.

    Unless a test is marked `whole_search`, the search of the site knows little.
    """
    shared_server.root = SITE if request.node.get_closest_marker("whole_search") else with_little_search
    shared_server.requested.clear()
    yield shared_server
    shared_server.intercept = None


@pytest.fixture
def watch() -> Watch:
    """Collects what goes wrong; a test that provokes a fault names it in `expected`."""
    return Watch()


@pytest.fixture(scope="session")
def tabs_of(shared_server: SiteServer) -> Callable[[Browser], Tabs]:
    """The tabs of each browser that tests use one after another; they close with it."""
    opened: dict[Browser, Tabs] = {}

    def tabs(browser: Browser) -> Tabs:
        if browser not in opened:
            opened[browser] = Tabs(browser, shared_server.address)
        return opened[browser]

    return tabs


@pytest.fixture
def in_browser() -> str:
    """The fixture with the browser that opens the pages; tests that run in several have their own."""
    return "chromium"


@pytest.fixture
def visit(
    request: pytest.FixtureRequest,
    in_browser: str,
    server: SiteServer,
    tabs_of: Callable[[Browser], Tabs],
    watch: Watch,
) -> Iterator[Callable[..., Page]]:
    """Open a page of the site in a tab of its own, and fail if anything goes wrong on it meanwhile.

    The tab may have shown the site before, as that of most readers has. It is a new one in a fresh profile where a test
    is marked `first_visit`, lets the service worker be, or has changed what the server answers.
    """
    always_new = request.node.get_closest_marker("first_visit") is not None
    whole = request.node.get_closest_marker("whole_browser") is not None
    browser: Browser = request.getfixturevalue("whole_chromium" if whole else in_browser)
    taken: list[tuple[Tab, bool]] = []

    def open_page(address: str = "", **options: object) -> Page:
        # A service worker fetches the whole site in the background; the tests of it allow it.
        options.setdefault("service_workers", "block")
        new = always_new or whole or server.intercept is not None or options["service_workers"] == "allow"
        tab = Tab(browser, server.address, options) if new else tabs_of(browser).take(options)
        taken.append((tab, new))
        tab.watch = watch
        tab.page.goto(server.address + address)
        return tab.page

    yield open_page
    for tab, new in taken:
        if new or server.intercept is not None:
            tab.close()
        else:
            tabs_of(browser).give_back(tab)
    assert watch.unexpected() == []
