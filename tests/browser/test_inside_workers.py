"""The policy inside the workers: code there may do no more than code on the page."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright

from inside_worker import inside_worker
from project.paths import ENGINE, SITE
from service_workers import publish, register
from site_server import Reply, SiteServer
from the_page import CHOOSE, wait_for_engine

HTML = {"Content-Type": "text/html; charset=utf-8"}
FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr")

ATTEMPTS = """
const attempts = {
  "a request to another origin": () => fetch(`${other}data.json`),
  "a script of another origin": () => import(`${other}module.mjs`),
  "code from a text": () => new Function("return 1")(),
};
const went_through = async () => {
  const done = [];
  for (const [what, attempt] of Object.entries(attempts)) {
    await Promise.resolve().then(attempt).then(() => done.push(what), () => {});
  }
  return done;
};
"""
"""Defines the attempts, of which `other` names the origin, and a function that returns those that went through."""

EVERYTHING = ["a request to another origin", "a script of another origin", "code from a text"]

MORE = """
attempts["a file of another origin for the cache"] = async () => (await caches.open("some")).add(`${other}data.json`);
attempts["code from a text by way of a function"] = () => (async () => {}).constructor("return 1")();
self.addEventListener("message", ({ data, ports: [port] }) => {
  if (data === "try") went_through().then((done) => port.postMessage(done));
});
"""
"""Adds what a service worker could do besides, and has it try on request."""

ASK_THE_SERVICE_WORKER = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  active.postMessage("try", [port2]);
  return new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
}"""

IN_A_WORKER = """(script) => new Promise((resolve) => {
  new Worker(script, { type: "module" }).onmessage = ({ data }) => resolve(data);
})"""


@pytest.fixture
def other() -> Iterator[SiteServer]:
    """A site of another origin, whose files every page may read."""

    def answer(path: str) -> Reply:
        kind = "text/javascript" if path.endswith(".mjs") else "application/json"
        return Reply(200, b"0", {"Content-Type": kind, "Access-Control-Allow-Origin": "*"})

    with SiteServer(ENGINE, intercept=answer) as server:
        yield server


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page whose violations of the policy are no faults."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def expect_the_policy_of_the_page(page: Page, server: SiteServer, other: SiteServer) -> None:
    """Expect nothing to go through inside the engine's worker, which starts all the same."""
    page.add_init_script("new BroadcastChannel('tried').onmessage = ({ data }) => { window.tried = data; };")
    report = "went_through().then((done) => new BroadcastChannel('tried').postMessage(done));"
    inside_worker(page, f"const other = '{other.address}';{ATTEMPTS}{report}")

    page.goto(server.address + CHOOSE)

    wait_for_engine(page)
    page.wait_for_function("() => window.tried")
    assert page.evaluate("window.tried") == []
    assert other.requested == []


@pytest.mark.provokes("other origin", "the policy has to refuse each attempt")
def test_the_engines_worker_is_under_the_policy_of_the_page(page: Page, server: SiteServer, other: SiteServer) -> None:
    expect_the_policy_of_the_page(page, server, other)


@pytest.mark.provokes("other origin", "the policy has to refuse each attempt")
@pytest.mark.long
@pytest.mark.skipif(FIREFOX is None, reason="no Firefox ESR on this machine; FIREFOX can name one")
def test_so_it_is_in_firefox(playwright: Playwright, server: SiteServer, other: SiteServer) -> None:
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    expect_the_policy_of_the_page(browser.new_page(), server, other)
    browser.close()


def test_a_page_with_the_policy_of_an_earlier_version_starts_it_too(page: Page, server: SiteServer) -> None:
    """A cache can have the page of an earlier build with the script of this one."""
    html = (SITE / CHOOSE / "index.html").read_text(encoding="utf-8")
    assert "worker-src 'self' blob:;" in html
    earlier = Reply(200, html.replace("worker-src 'self' blob:;", "worker-src 'self';").encode(), HTML)
    server.intercept = lambda path: earlier if path == CHOOSE else None
    page.goto(server.address + CHOOSE)

    wait_for_engine(page)


@pytest.mark.provokes("other origin", "the attempts have to be real")
def test_the_attempts_go_through_where_a_worker_has_no_policy(
    page: Page, server: SiteServer, other: SiteServer
) -> None:
    probe = f"const other = '{other.address}';{ATTEMPTS}went_through().then((done) => postMessage(done));"
    script = Reply(200, probe.encode(), {"Content-Type": "text/javascript"})
    server.intercept = lambda path: script if path == "probe.mjs" else None
    page.goto(f"{server.address}about/")

    assert page.evaluate(IN_A_WORKER, f"{server.address}probe.mjs") == EVERYTHING
    assert len(other.requested) == 2


@pytest.mark.provokes("other origin", "the attempts have to be real")
@pytest.mark.parametrize("gives_up", [True, False])
def test_the_service_worker_gives_up_what_it_never_needs(
    page: Page, server: SiteServer, other: SiteServer, gives_up: bool
) -> None:
    """A host need not send it with a policy. Browsers import nothing into a service worker that runs."""
    more = f"const other = '{other.address}';{ATTEMPTS}{MORE}"
    publish(server, "one", more=more, gives_up=gives_up)
    page.goto(f"{server.address}about/")
    register(page)

    went_through = page.evaluate(ASK_THE_SERVICE_WORKER)

    everything = [EVERYTHING[0], EVERYTHING[2], *re.findall(r'attempts\["([^"]+)', MORE)]
    assert went_through == ([] if gives_up else everything)
    assert len(other.requested) == (0 if gives_up else 2)
