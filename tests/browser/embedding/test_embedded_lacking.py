"""A tree in a page of another origin that lacks something: the engine, a permission, the page of the tree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from host_page import STATE, element, host_page, to_publish_subscribe
from large_tree import build_large_site
from site_server import Reply, SiteServer

pytestmark = pytest.mark.provokes("other origin", "a page of another origin shows trees of the site")


@pytest.mark.parametrize("missing", ["engine-worker.mjs", "pyodide.asm.wasm", "with-engine.mjs"])
def test_without_a_file_of_the_engine_the_answers_still_work(
    chromium: Browser, trees: SiteServer, missing: str
) -> None:
    trees.intercept = lambda path: Reply(status=404) if path.endswith(missing) else None
    with host_page(chromium, trees, element(trees)) as host:
        to_publish_subscribe(host.tree())
        host.wait_for_engine("failed")
        expect(host.tree().locator("[data-status='failed']")).to_be_visible()
        expect(host.tree().locator(".fp-origin a")).to_have_attribute("href", f"{trees.address}choose/#{STATE}")
        assert [what for what, _, _ in host.told()] == ["decision-tree:answer"] * 3 + ["decision-tree:outcome"]


def test_a_large_tree_without_the_engine_goes_on_in_the_list_of_its_site(chromium: Browser, tmp_path: Path) -> None:
    with SiteServer(build_large_site(tmp_path / "site")) as large:
        large.headers = {"Access-Control-Allow-Origin": "*"}
        large.intercept = lambda path: Reply(404) if path.endswith(".wasm") else None
        with host_page(chromium, large, f'<decision-tree id="one" src="{large.address}"></decision-tree>') as host:
            answer = host.tree().locator("[data-answer='skip']")
            answer.hover()
            host.wait_for_engine("failed")
            answer.click()
            focused = host.page.evaluate_handle("document.activeElement.shadowRoot.activeElement")
            assert focused.evaluate("(link) => link.href") == f"{large.address}long-questions/1/#long/q2"
            expect(host.page.locator(".fp-parts")).to_be_visible()


def test_under_a_policy_without_workers_the_answers_still_work(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, element(trees), worker=False) as host:
        to_publish_subscribe(host.tree())
        # At once, and not only when a start has been silent for 20 seconds.
        expect(host.tree()).to_have_attribute("engine", "failed", timeout=10_000)
        # The browser says which policy it was.
        assert any("worker-src" in fault for fault in host.faults)


@pytest.mark.parametrize("inside", ["", '<a href="https://example.org/">Choose</a>'])
@pytest.mark.parametrize("fault", ["script", "page", "permission", "no tree"])
def test_a_tree_that_can_not_be_shown_is_a_link(chromium: Browser, trees: SiteServer, fault: str, inside: str) -> None:
    if fault == "permission":
        trees.headers = {}
    else:
        broken = {"script": "embed.mjs", "page": "choose/", "no tree": "choose/"}[fault]
        status = 200 if fault == "no tree" else 404
        headers = {"Content-Type": "text/html", "Access-Control-Allow-Origin": "*"}
        trees.intercept = lambda path: Reply(status, b"<p>Nothing", headers) if path.endswith(broken) else None
    with host_page(chromium, trees, element(trees, inside=inside)) as host:
        link = host.page.locator("#one a:visible")
        # Without the script, only what the page's author has written can show.
        script_is_missing = fault in ("script", "permission")
        expect(link).to_have_count(0 if script_is_missing and not inside else 1)
        if inside:
            expect(link).to_have_attribute("href", "https://example.org/")
        elif not script_is_missing:
            expect(link).to_have_attribute("href", f"{trees.address}choose/")


def test_a_page_of_another_site_than_the_script_is_not_taken(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, '<decision-tree id="one" src="/evil.html"></decision-tree>') as host:
        expect(host.page.locator("#one a")).to_have_text(re.compile("/evil.html$"))
        assert host.faults == []
