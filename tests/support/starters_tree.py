"""The starter's tree in the browser, answered as a reader does."""

from __future__ import annotations

from urllib.parse import urljoin

from playwright.sync_api import Browser, expect

from site_server import SiteServer
from the_page import answer, expect_outcome, expect_question, wait_for_engine


def answer_starters_tree(browser: Browser, server: SiteServer) -> list[str]:
    """Answer the tree of a new site until it recommends a call, once the engine is ready.

    Args:
        browser: The browser.
        server: The server of the new site.

    Returns:
        The addresses of other origins that the page asked for.
    """
    page = browser.new_page()
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
    its_own = (
        server.address,
        f"blob:{urljoin(server.address, '/')}",
    )  # the engine's worker runs from an address that the page made
    return [address for address in asked if not address.startswith(its_own)]
