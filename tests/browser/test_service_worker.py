"""The service worker, with few files: what it keeps and fetches again, what is not its own, and when it takes over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from service_workers import PATHS, publish, register
from site_server import SiteServer

NAMES = "async () => (await caches.keys()).sort()"

STORED = """async () => {
  const cache = await caches.open("site /guide/ one");
  return (await cache.keys()).map(({ url }) => url.split("/guide/")[1]).sort();
}"""

UPDATE = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const before = registration.active;
  await registration.update();
  while (!registration.waiting && registration.active === before) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}"""

TAKE_OVER = """async () => {
  const { waiting } = await navigator.serviceWorker.getRegistration();
  const { port1, port2 } = new MessageChannel();
  waiting.postMessage("take-over", [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    waiting.onstatechange = () => resolve(waiting.state);
  });
}"""

IS_WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"


@pytest.fixture
def profile(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh profile that lets the service worker run."""
    context = chromium.new_context()
    yield context
    context.close()


def visited(profile: BrowserContext, server: SiteServer) -> Page:
    """Open a page that the service worker of the first build answers for."""
    publish(server, "one")
    page = profile.new_page()
    page.goto(f"{server.address}about/")
    register(page)
    page.reload()
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")
    return page


def test_the_caches_of_others_at_the_same_origin_are_left_alone(profile: BrowserContext, server: SiteServer) -> None:
    theirs = ["another app", "fingerpost-engine-memory", "site / one", "site /guide/de/ one", "site /guides/ one"]
    publish(server, "one")
    page = profile.new_page()
    page.goto(f"{server.address}about/")
    page.evaluate("(names) => Promise.all(names.map((name) => caches.open(name)))", [*theirs, "site /guide/ of before"])

    register(page)

    assert page.evaluate(NAMES) == sorted([*theirs, "site /guide/ one"])


def test_a_new_build_never_takes_over_while_two_tabs_have_the_old_one(
    profile: BrowserContext, server: SiteServer
) -> None:
    page = visited(profile, server)
    other = profile.new_page()
    other.goto(f"{server.address}about/")
    publish(server, "two")

    page.evaluate(UPDATE)
    page.wait_for_timeout(300)

    assert page.evaluate(IS_WAITING)
    assert page.evaluate(TAKE_OVER) == "stay"
    assert page.evaluate(IS_WAITING)
    other.close()
    assert page.evaluate(TAKE_OVER) == "activating"


def test_a_cleared_cache_fills_again_and_works_without_a_network(profile: BrowserContext, server: SiteServer) -> None:
    page = visited(profile, server)
    assert page.evaluate(STORED) == PATHS
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")

    page.reload()

    for _ in range(100):
        if page.evaluate(STORED) == PATHS:
            break
        page.wait_for_timeout(50)
    assert page.evaluate(STORED) == PATHS
    profile.set_offline(True)
    page.goto(f"{server.address}no-such-page/")
    expect(page.locator("h1")).to_have_text("Page not found")


@pytest.mark.every_variant
@pytest.mark.parametrize(
    ("query", "cache", "asks_the_server"),
    [("", "default", False), (f"?{'0' * 12}", "default", True), ("", "reload", True)],
    ids=["as it is", "with the digest of another build", "past every cache"],
)
def test_what_is_stored_is_sent_unless_another_content_is_asked_for(
    profile: BrowserContext, server: SiteServer, query: str, cache: str, asks_the_server: bool
) -> None:
    page = visited(profile, server)
    server.requested.clear()

    kind = page.evaluate(
        "async ([address, cache]) => (await fetch(address, { cache })).headers.get('Content-Type')",
        [f"{server.address}app.webmanifest{query}", cache],
    )

    assert any("app.webmanifest" in path for path in server.requested) is asks_the_server
    assert kind == "application/manifest+json"


def test_a_cleared_cache_is_not_filled_from_another_build(profile: BrowserContext, server: SiteServer) -> None:
    page = visited(profile, server)
    publish(server, "one", files={"404.html": b"of a newer build"})
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    server.requested.clear()

    page.reload()
    for _ in range(3):
        page.evaluate("fetch('../404.html').then((got) => got.text())")
        page.wait_for_timeout(200)

    assert "404.html" not in page.evaluate(STORED)
    asked = sum(path.endswith("/404.html") for path in server.requested)
    assert asked == 1 + 3, "the service worker tries once, and passes on what the page asks for"
