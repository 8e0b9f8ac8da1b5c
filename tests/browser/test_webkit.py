"""One way through the site in WebKitGTK: answers, a result, Back, notes that stay, the finder and the plan."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator

import pytest

from environment import webkit
from environment.webkit import WebKit
from site_server import SiteServer
from the_page import CHOOSE, RESULT
from web_driver import WebDriver, driver_at

pytestmark = pytest.mark.long

ENGINE = "document.querySelector('decision-tree').getAttribute('engine')"
SHOWN = "Object.values(document.querySelector('decision-tree .fp-live > .fp-card').dataset)[0]"


@pytest.fixture(scope="module")
def programs() -> WebKit:
    """The programs of WebKitGTK."""
    found = webkit.find()
    if found is None:
        pytest.skip(f"no WebKitGTK on this machine. Install it: {webkit.INSTALL}")
    return found


@pytest.fixture(scope="module")
def screen(programs: WebKit) -> Iterator[str]:
    """Start an X server that draws nowhere; return its name."""
    command = [programs.screen, "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="module")
def browser(programs: WebKit, screen: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """The browser, in a profile of its own. It must never be asked for a picture of the page: it then hangs."""
    home = tmp_path_factory.mktemp("home")
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")}
    environment = {**os.environ, **folders, "DISPLAY": screen, "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    options = {"binary": str(programs.browser), "args": ["--automation"]}
    with driver_at(programs.driver, environment, port) as address:
        driver = WebDriver(address, {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options})
        yield driver
        driver.close()


def opened(browser: WebDriver, server: SiteServer, address: str = CHOOSE) -> None:
    """Open a page with the questions, and wait for the engine."""
    browser.go(server.address + address)
    browser.expect(ENGINE, "ready")


def test_answers_lead_to_a_result_and_back(browser: WebDriver, server: SiteServer) -> None:
    opened(browser, server)

    for question in ("proactive-request", "business-acknowledgement", "recipients-known"):
        browser.expect(SHOWN, question)
        browser.click(".fp-live [data-answer='no']")

    browser.expect(SHOWN, "publish-subscribe")
    assert browser.address == server.address + RESULT
    browser.back()
    browser.expect(SHOWN, "recipients-known")
    browser.click(".fp-live [data-answer='unsure']")
    browser.expect(SHOWN, "information-push publish-subscribe")


def test_notes_stay_and_a_result_joins_the_plan(browser: WebDriver, server: SiteServer) -> None:
    opened(browser, server, RESULT)
    browser.click("[data-panel='record'] > summary")
    browser.type("[data-need]", "Tell the practice")

    browser.reload()

    browser.expect("document.querySelector('[data-need]')?.value", "Tell the practice")
    browser.expect("Boolean(document.querySelector('.fp-live [data-action=plan-add]'))", True)
    browser.click(".fp-live [data-action='plan-add']")
    browser.click(".fp-toast a")
    browser.expect("document.querySelector('[data-plan-need] h3 [dir]')?.textContent", "Tell the practice")
    browser.type("[data-another]", "Book a visit")
    browser.click("[data-action='plan-another']")
    browser.expect("document.querySelectorAll('[data-plan-need]').length", 2)


def test_the_finder_leaves_what_fits(browser: WebDriver, server: SiteServer) -> None:
    browser.go(f"{server.address}patterns/")

    browser.click("[data-quality='who-starts'] > summary")
    browser.click("[data-quality='who-starts'] input")

    browser.expect("document.querySelector('.fp-fit').textContent.startsWith('3 of 6 patterns fit.')", True)
