"""The site with the headers of the file for hosts: everything works, and whatever breaks the policy is refused."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Worker, expect

from headers_file import read_headers
from project.paths import SITE
from site_server import Reply, SiteServer
from the_page import CHOOSE, answer_to_publish_subscribe, expect_outcome, tree, unfold, wait_for_engine
from the_plan import told
from watch import POLICY

FOREIGN = "http://foreign.example/x"

IN_A_PAGE = {
    "script-src-elem": "const it = document.createElement('script'); it.textContent = '0'; document.head.append(it);",
    "script-src-attr": "document.body.setAttribute('onclick', '0'); document.body.click();",
    "script-src": "(0, eval)('1');",
    "img-src": "new Image().src = FOREIGN;",
    "connect-src": "fetch(FOREIGN).catch(() => 0);",
    "style-src-elem": "const it = document.createElement('style'); it.textContent = 'p {}'; document.head.append(it);",
    "style-src-attr": "document.body.setAttribute('style', 'color: red');",
    "frame-src": "const it = document.createElement('iframe'); it.src = FOREIGN; document.body.append(it);",
    "worker-src": "try { new Worker('data:text/javascript,0'); } catch {}",
    "base-uri": "const it = document.createElement('base'); it.href = '/x/'; document.head.append(it);",
    "form-action": "document.body.append(Object.assign(document.createElement('form'), { action: FOREIGN, id: 'f' }));"
    "document.getElementById('f').submit();",
}
"""What breaks each directive of a page's policy."""

IN_A_WORKER = {
    "script-src": "(0, eval)('1');",
    "connect-src": "new WebSocket(FOREIGN.replace('http', 'ws'));",
}
"""What breaks each directive of the policy of a worker. The engine leaves its worker no `fetch` that asks anybody."""

IN_THE_ENGINE = {**IN_A_WORKER, "script-src-elem": "import(FOREIGN).catch(() => 0);"}
"""The same for the engine's worker, which alone can import scripts."""

REFUSED = """([code, foreign, directive]) => new Promise(done => {
  const FOREIGN = foreign;
  addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
    if (effectiveDirective === directive) done("refused");
  });
  setTimeout(() => {
    try {
      CODE
    } catch {}
    setTimeout(done, 3000, "not refused");
  });
})"""
"""Runs code and tells whether the browser refuses it and says so. Code of an evaluation itself is exempt from policies,
so it runs later."""


@pytest.fixture(scope="module")
def host() -> Iterator[SiteServer]:
    """A host that reads `_headers`."""
    with SiteServer(SITE) as server:
        server.headers_at = read_headers((SITE / "_headers").read_text(encoding="utf-8"))
        yield server


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader's browser."""
    context = chromium.new_context()
    yield context
    context.close()


def said_by(context: BrowserContext) -> list[str]:
    """Return the errors, and what browsers say of headers, from now on."""
    said: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" or "-Policy" in message.text or POLICY in message.text:
            said.append(message.text)

    context.on("console", heard)
    context.on("weberror", lambda fault: said.append(str(fault.error)))
    return said


def refused(where: Page | Worker, directive: str, code: str) -> object:
    """Return what becomes of code that breaks a directive."""
    return where.evaluate(REFUSED.replace("CODE", code), ["", FOREIGN, directive])


def stored(page: Page) -> None:
    """Wait until the browser has stored the site."""
    page.evaluate(
        """async () => {
          const { active } = await navigator.serviceWorker.ready;
          if (active.state !== "activated") await new Promise((done) => { active.onstatechange = done; });
        }"""
    )


def test_the_journeys_work_and_nothing_is_refused(context: BrowserContext, host: SiteServer) -> None:
    said = said_by(context)
    page = context.new_page()
    page.goto(host.address)
    page.get_by_title("Switch to light mode").locator("visible=true").first.click()
    page.goto(host.address + CHOOSE)
    wait_for_engine(page)
    answer_to_publish_subscribe(page)
    unfold(page, "record")
    with page.expect_download():
        tree(page).get_by_role("button", name="Download as JSON").click()
    tree(page).get_by_role("button", name="Add to the plan").click()
    expect(told(page, "Added")).to_be_visible()
    page.goto(f"{host.address}plan/")
    expect(page.locator("[data-plan-need]")).to_have_count(1, timeout=60_000)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("glossary")
    expect(page.locator(".md-search-result__link[href*='glossary']").first).to_be_visible()
    stored(page)
    context.set_offline(True)
    page.goto(host.address + CHOOSE)
    wait_for_engine(page)
    answer_to_publish_subscribe(page)
    expect_outcome(page, "publish-subscribe")

    assert said == []


@pytest.mark.provokes("other origin", "the policy has to refuse each attempt")
def test_what_breaks_the_policy_is_refused_and_reported(context: BrowserContext, host: SiteServer) -> None:
    said = said_by(context)
    # The service worker gives up most of it by itself, so that it needs no host.
    text = (SITE / "service-worker.js").read_text(encoding="utf-8").replace("giveUpTheRest();", "", 1)
    script = Reply(body=text.encode(), headers={"Content-Type": "text/javascript"})
    host.intercept = lambda path: script if path == "service-worker.js" else None
    page = context.new_page()
    page.goto(host.address + CHOOSE)
    wait_for_engine(page)
    stored(page)
    host.intercept = None
    (engine,) = (worker for worker in page.workers if worker.url.startswith("blob:"))
    (service_worker,) = context.service_workers

    found = {name: refused(page, name, code) for name, code in IN_A_PAGE.items()}
    in_engine = {name: refused(engine, name, code) for name, code in IN_THE_ENGINE.items()}
    in_service_worker = {name: refused(service_worker, name, code) for name, code in IN_A_WORKER.items()}

    assert found == dict.fromkeys(IN_A_PAGE, "refused")
    assert in_engine == dict.fromkeys(IN_THE_ENGINE, "refused")
    assert in_service_worker == dict.fromkeys(IN_A_WORKER, "refused")
    assert len([text for text in said if POLICY in text]) >= len(IN_A_PAGE), "the console says so, too"


@pytest.mark.provokes("other origin", "a page of another origin frames the site's")
@pytest.mark.parametrize("kept", [False, True], ids=["from the host", "from what the browser stored"])
def test_no_other_site_can_frame_a_page(context: BrowserContext, host: SiteServer, kept: bool) -> None:
    if kept:
        page = context.new_page()
        page.goto(host.address)
        stored(page)
        page.close()
    said = said_by(context)
    frame = f'<iframe src="{host.address}about/"></iframe>'.encode()
    with SiteServer(Path(), intercept=lambda _: Reply(body=frame, headers={"Content-Type": "text/html"})) as other:
        page = context.new_page()
        page.goto(other.address)
        expect(page.frame_locator("iframe").locator("h1")).to_have_count(0)

    assert any("frame-ancestors" in text for text in said)


def test_a_page_of_the_same_host_can(context: BrowserContext, host: SiteServer) -> None:
    page = context.new_page()
    headers = host.headers_at
    assert headers is not None
    # Not a page of the site, whose own policy refuses every frame.
    html = Reply(body=b'<iframe src="about/"></iframe>', headers={"Content-Type": "text/html"})
    host.intercept = lambda path: html if path == "portal" else None
    host.headers_at = lambda path: {} if path == "portal" else headers(path)
    page.goto(f"{host.address}portal")

    expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
    host.intercept, host.headers_at = None, headers


@pytest.mark.parametrize("path", ["", "choose/", "no/such/page/", "assets/fingerpost/site.mjs", "service-worker.js"])
def test_every_answer_has_the_headers(host: SiteServer, path: str) -> None:
    try:
        with urllib.request.urlopen(host.address + path) as answer:  # noqa: S310 - our own server
            headers = answer.headers
    except urllib.error.HTTPError as fault:
        headers = fault.headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin", "other sites may show the trees"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
