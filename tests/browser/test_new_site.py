"""A site that `fingerpost new --site` started, in the browser: the engine runs from `fingerpost assets` alone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from new_site import build_new_site
from project.server import SiteServer
from the_page import answer, expect_outcome, expect_question, wait_for_engine


def test_the_tree_of_a_new_site_is_answered_in_the_page(chromium: Browser, tmp_path: Path) -> None:
    """The engine gets ready, answers lead to an outcome, and nothing comes from another origin."""
    with SiteServer(build_new_site(tmp_path / "new"), prefix="/elsewhere/") as server:
        page = chromium.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{server.address}choose/")
        wait_for_engine(page)
        answer(page, "yes")
        expect_question(page, "same-place")
        answer(page, "some")
        expect_outcome(page, "call")
        expect(page.locator(".fp-live")).to_contain_text("A video call")
        page.close()

    assert [address for address in asked if not address.startswith(server.address)] == []
