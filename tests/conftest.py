"""What tests of every kind share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from control_check import ControlCheck
from elsewhere import Elsewhere
from environment import firefox as firefox_here
from network import KINDS, Network
from site_controls import record_use

# A time limit for an example would test the machine.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# What keeps Chromium itself quiet: without these it looks up its maker's hosts at every start.
_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)

# WebAssembly is compiled once and quickly, function by function as each is called, instead of twice and whole: that is
# a fifth of the work of a start.
_QUICK = "--js-flags=--liftoff-only --wasm-lazy-compilation"


def pytest_configure(config: pytest.Config) -> None:
    """Let a whole run end with the controls that it has not used."""
    config.pluginmanager.register(ControlCheck(config))


@pytest.fixture
def tree_file(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Return a function that writes a tree file and gives its path."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "tree.yml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture(scope="session")
def network() -> Iterator[Network]:
    """Judges what every browser asks of the network."""
    with Elsewhere() as elsewhere:
        yield Network(elsewhere)


@pytest.fixture(autouse=True)
def _asks_nobody_else(request: pytest.FixtureRequest) -> Iterator[None]:  # pyright: ignore[reportUnusedFunction]
    """Fail a test whose browser asked another origin, or sent anything that the reader had typed or answered."""
    if not request.node.get_closest_marker("browser") and "playwright" not in request.fixturenames:
        yield
        return
    network: Network = request.getfixturevalue("network")
    provoked = {marker.args[0] for marker in request.node.iter_markers("provokes")}
    assert provoked <= KINDS
    network.begin()
    yield
    if faults := [f"{kind}: {what}" for kind, what in network.found() if kind not in provoked]:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.fixture(scope="session")
def playwright(network: Network) -> Iterator[Playwright]:  # noqa: ARG001 - listens to whatever is started
    """What drives every browser; there can be only one at a time."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, network: Network) -> Iterator[Browser]:
    """One browser for all tests: Chromium's headless shell, where there is one, because it draws no window."""
    whole = os.environ.get("CHROMIUM", "chromium")
    with _started(playwright, os.environ.get("CHROMIUM_HEADLESS_SHELL", whole), network) as browser:
        yield record_use(browser)


@pytest.fixture(scope="session")
def whole_chromium(playwright: Playwright, network: Network) -> Iterator[Browser]:
    """The browser that readers have, for what ends the headless shell."""
    with _started(playwright, os.environ.get("CHROMIUM", "chromium"), network) as browser:
        yield record_use(browser)


@pytest.fixture(scope="session")
def remembering_chromium(playwright: Playwright, network: Network) -> Iterator[Browser]:
    """The browser that readers have, which keeps pages for Back in memory; elsewhere, the tests turn that off."""
    with _started(
        playwright, os.environ.get("CHROMIUM", "chromium"), network, "--disable-back-forward-cache"
    ) as browser:
        yield browser


@pytest.fixture(scope="session")
def firefox_downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which Firefox downloads: Playwright does not hear of its downloads."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def firefox(playwright: Playwright, firefox_downloads: Path) -> Iterator[Browser]:
    """The other browser that readers have, for the core journeys."""
    program = os.environ.get(firefox_here.VARIABLE) or firefox_here.find()
    if program is None:
        pytest.skip(f"no Firefox on this machine. Install it: {firefox_here.INSTALL}")
    # Playwright drives a Firefox that it has not made itself by the standard protocol alone.
    with playwright.firefox.launch(
        channel="moz-firefox", executable_path=program, downloads_path=firefox_downloads
    ) as browser:
        yield browser


def _started(playwright: Playwright, program: str, network: Network, *without: str) -> Browser:
    sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    return playwright.chromium.launch(
        executable_path=program,
        args=[*_QUIET, _QUICK, network.elsewhere.chromium_argument, *sandbox],
        ignore_default_args=[*without],
    )
