"""Whatever a page could ask of another origin, or tell of what a reader wrote, fails the test in which it does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from network import Network
from project.paths import ROOT
from site_server import Reply, SiteServer

WORKER = "onmessage = ({ data }) => fetch(data, { mode: 'no-cors' }).catch(() => 0).then(() => postMessage(''));"
SERVICE_WORKER = """onmessage = ({ data, ports: [port] }) =>
  fetch(data, { mode: "no-cors" }).catch(() => 0).then(() => port.postMessage(""));"""

WAYS = {
    "picture": "address => new Promise(done => { const it = new Image(); it.onload = it.onerror = done; "
    "it.src = address; })",
    "request": "address => fetch(address, { mode: 'no-cors' }).catch(() => 0)",
    "beacon": "address => navigator.sendBeacon(address)",
    "prefetch": "address => new Promise(done => { const it = document.createElement('link'); "
    "Object.assign(it, { rel: 'prefetch', href: address, onload: done, onerror: done }); document.head.append(it); })",
    "frame": "address => new Promise(done => { const it = document.createElement('iframe'); it.onload = done; "
    "it.src = address; document.body.append(it); })",
    "worker": "address => new Promise(done => { const it = new Worker('worker.js'); it.onmessage = done; "
    "it.postMessage(address); })",
    "service-worker": """async address => {
      await navigator.serviceWorker.register("service-worker.js");
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      const answered = new Promise(done => { port1.onmessage = done; });
      active.postMessage(address, [port2]);
      await answered;
    }""",
    "web-socket": "address => new Promise(done => { const it = new WebSocket(address.replace('http', 'ws')); "
    "it.onclose = done; })",
    "link": "address => { const it = document.createElement('a'); "
    "Object.assign(it, { href: address, target: '_blank' }); document.body.append(it); it.click(); }",
}
"""The ways in which a page can ask for an address."""

TESTS = """
from pathlib import Path

import pytest

from site_server import Reply, SiteServer

HTML = Reply(body=b"<title>A page</title><textarea></textarea>", headers={"Content-Type": "text/html"})

@pytest.fixture
def page(chromium):
    with SiteServer(Path(), intercept=lambda _: HTML) as server:
        page = chromium.new_page()
        page.goto(server.address)
        yield page
        page.context.close()

def ask_another(page):
    with SiteServer(Path(), intercept=lambda _: HTML) as other:
        page.evaluate("address => fetch(address, { mode: 'no-cors' }).then(() => 0)", f"{other.address}another")

def test_another_origin(page):
    ask_another(page)

@pytest.mark.provokes("other origin", "to see that it may")
def test_on_purpose(page):
    ask_another(page)

@pytest.mark.provokes("other origin", "which is of another kind")
def test_note(page):
    page.locator("textarea").fill("See the heights")
    page.evaluate("fetch('?note=' + encodeURIComponent(document.querySelector('textarea').value)).then(() => 0)")

def test_nothing(page):
    page.locator("textarea").fill("See the heights")
    page.evaluate("fetch('?0123456789ab').then(() => 0)")
"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page without a policy."""
    scripts = {"worker.js": WORKER, "service-worker.js": SERVICE_WORKER}

    def answer(path: str) -> Reply:
        script = scripts.get(path)
        if script is not None:
            return Reply(body=script.encode(), headers={"Content-Type": "text/javascript"})
        return Reply(404 if path else 200, b"<title>A page</title><input>", headers={"Content-Type": "text/html"})

    with SiteServer(Path(), intercept=answer) as server:
        page = chromium.new_page()
        page.goto(server.address)
        yield page
        page.context.close()


def noticed(network: Network, page: Page) -> list[tuple[str, str]]:
    """Return what was noticed, and forget it, so that this test passes."""
    page.wait_for_timeout(200)
    found = network.found()
    network.begin()
    return found


def test_every_way_to_another_origin_is_noticed(network: Network, page: Page) -> None:
    with SiteServer(Path(), intercept=lambda _: Reply(body=b"x")) as other:
        for origin in ("http://another.example/", other.address):
            for name, way in WAYS.items():
                page.evaluate(way, origin + name)
                found = noticed(network, page)
                assert "other origin" in [kind for kind, _ in found], (origin, name)
                assert any(f"/{name}" in what or f"{name}.example" in what for _, what in found), found


def test_the_host_of_an_encrypted_connection_is_named(network: Network, page: Page) -> None:
    page.evaluate(WAYS["beacon"], "https://secret.example/")

    found = noticed(network, page)

    assert any(what.startswith("connection to ") and "secret.example" in what for _, what in found), found


def test_what_a_reader_types_or_answers_is_in_no_request(network: Network, page: Page) -> None:
    def asked(script: str) -> set[str]:
        page.locator("input").fill("See the heights")
        page.evaluate("location.hash = ''; location.hash = 'tree?who-knows=nobody&edition=2020-01-01'")
        page.evaluate(f"async () => {{ {script} }}")
        return {kind for kind, _ in noticed(network, page)}

    typed = "document.querySelector('input').value"
    assert asked("await fetch('See%20the%20heights')") == {"words"}
    assert asked("await fetch('who-knows%3Dnobody')") == {"words"}
    assert asked("await fetch('who-knows/nobody')") == {"words"}
    assert asked(f"await fetch('?' + {typed})") == {"query", "words"}
    assert asked("await fetch('?page=2')") == {"query"}
    assert asked(f"await fetch('', {{ headers: {{ Accept: {typed} }} }})") == {"words"}
    assert asked("await fetch('', { headers: { 'X-Page': '2' } })") == {"header"}
    assert asked("document.cookie = 'seen=1'; await fetch(''); document.cookie = 'seen=; max-age=0'") == {"header"}
    assert asked(f"await fetch('', {{ method: 'POST', body: {typed} }})") >= {"body"}
    assert asked("await fetch('x', { method: 'DELETE' })") >= {"body"}
    assert asked("history.replaceState(null, '', '?q=2'); await fetch('.')") == {"query"}
    assert asked("history.replaceState(null, '', '.'); await fetch('x')") == set()
    assert asked("await fetch('?0123456789ab')") == set()


def test_the_test_fails(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_pages.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = provokes\n", encoding="utf-8")
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("tests/support", "scripts"))

    finished = subprocess.run(
        [sys.executable, "-m", "pytest", "-q"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert finished.returncode == 1
    assert "4 passed, 2 errors" in finished.stdout
    assert "ERROR test_pages.py::test_another_origin - Failed: other origin: http://127" in finished.stdout
    assert "ERROR test_pages.py::test_note - Failed: query: http://127" in finished.stdout
    assert "words: “see the heights” in http://127" in finished.stdout
