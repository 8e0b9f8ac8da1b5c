"""The whole site without a network after one visit, and new builds that break no open page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from following import Navigation, choose_navigation, expect_navigation, expect_page, note_loads
from site_copies import copy_site, publish_another_build
from site_server import SiteServer
from the_page import (
    CHOOSE,
    answer,
    answer_to_publish_subscribe,
    expect_outcome,
    expect_question,
    tree,
    wait_for_engine,
)
from watch import Watch

pytestmark = [pytest.mark.first_visit, pytest.mark.whole_search]

KEPT = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active?.state === "activated";
}"""

# Says when the page listens for links, which it does as soon as its service worker is registered.
SAY_WHEN_LISTENING = """
  const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
  navigator.serviceWorker.register = (...what) => {
    const registering = register(...what);
    registering.then(() => setTimeout(() => { window.listensForLinks = true; }));
    return registering;
  };
"""


def visited(visit: Callable[..., Page], address: str = "about/") -> Page:
    """Visit once, until the site is kept."""
    page = visit(address, service_workers="allow")
    wait_until(page, KEPT)
    return page


def wait_until(page: Page, condition: str) -> None:
    """Wait until a script returns true."""
    for _ in range(300):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never came true: {condition}")


def test_the_whole_site_and_the_engine_work_without_a_network(
    visit: Callable[..., Page], server: SiteServer, watch: Watch
) -> None:
    watch.expected = ("console: ",)
    page = visited(visit)
    server.requested.clear()
    page.context.set_offline(True)

    page.goto(server.address + CHOOSE)
    wait_for_engine(page)
    answer_to_publish_subscribe(page)
    page.goto(server.address + "guidance/use-cases/")
    expect(page.locator("h1")).to_have_text(re.compile("use cases", re.IGNORECASE))
    page.goto(server.address + "no/such/page/")
    expect(page.locator("h1")).to_have_text("Page not found")
    # Looking for a new build is the browser's own doing.
    assert [path for path in server.requested if not path.endswith("/service-worker.js")] == []


@pytest.mark.parametrize("navigation", [pytest.param("full", marks=pytest.mark.long), "instant"])
def test_a_result_leads_to_its_pattern_and_back_without_a_network(
    visit: Callable[..., Page], server: SiteServer, watch: Watch, navigation: Navigation
) -> None:
    watch.expected = ("console: ",)
    page = visited(visit)
    page.context.set_offline(True)
    page.goto(server.address + CHOOSE)
    wait_for_engine(page)
    answer_to_publish_subscribe(page)
    result = page.url
    choose_navigation(page, navigation)
    note_loads(page)

    tree(page).locator(".fp-live .fp-more a").click()

    expect_page(page, server.address, f"{server.address}patterns/publish-subscribe/")
    expect_navigation(page, navigation)
    page.go_back()
    expect(page).to_have_url(result)
    wait_for_engine(page)
    expect_outcome(page, "publish-subscribe")


def test_it_can_be_installed(visit: Callable[..., Page], server: SiteServer) -> None:
    page = visit("choose/")
    address = page.locator("link[rel=manifest]").evaluate("link => link.href")
    manifest = json.loads(page.request.get(address).text())

    assert address == server.address + "app.webmanifest"
    for icon in manifest["icons"]:
        reply = page.request.get(server.address + icon["src"])
        assert reply.ok
        assert reply.headers["content-type"] == icon["type"]
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}


@pytest.fixture
def two_builds(tmp_path: Path) -> Iterator[tuple[SiteServer, Callable[[], None]]]:
    """A server of a copy of the site, and a function that publishes another build there."""
    root = tmp_path / "site"
    copy_site(root)
    with SiteServer(root, prefix="/guide/") as server:
        yield server, lambda: publish_another_build(root)


def test_a_new_build_waits_for_the_open_page_and_comes_with_the_next_link(
    chromium: Browser, two_builds: tuple[SiteServer, Callable[[], None]]
) -> None:
    server, publish = two_builds
    page = kept_page(chromium, server)
    publish()
    server.requested.clear()

    wait_for_new_build(page)

    fetched = [path for path in server.requested if "service-worker" not in path]
    assert fetched == ["/guide/about/"], "only what has changed is fetched"
    answer(page, "yes")
    expect_question(page, "care-setting")
    page.get_by_role("link", name="About").first.click()
    expect(page.locator("h1[data-new]")).to_be_visible()
    page.context.close()


def kept_page(chromium: Browser, server: SiteServer) -> Page:
    """Open the tree in a profile that keeps the site, and wait until its links can bring a new build."""
    page = chromium.new_context().new_page()
    page.add_init_script(SAY_WHEN_LISTENING)
    page.goto(server.address)
    wait_until(page, KEPT)
    page.goto(server.address + CHOOSE)
    wait_for_engine(page)
    page.wait_for_function("() => window.listensForLinks")
    return page


def wait_for_new_build(page: Page) -> None:
    """Let the browser look for a new build, until it has it and waits with it."""
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    wait_until(page, "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)")
