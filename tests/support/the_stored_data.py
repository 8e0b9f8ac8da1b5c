"""The actions of a reader who deletes everything that the site has stored, and what the browser holds."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

PRIVACY = "about/privacy/"

HELD = """async () => {
  const names = await caches.keys();
  const cached = {};
  for (const name of names) {
    cached[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  }
  return {
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    caches: cached,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookies: document.cookie,
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  };
}"""


def held(page: Page) -> dict[str, Any]:
    """Return everything that the browser holds for the host, and of the tab's own."""
    return page.evaluate(HELD)


def part(page: Page) -> Locator:
    """Return the part of the page that deletes."""
    return page.locator("stored-data")


def question(page: Page) -> Locator:
    """Return the question whether to delete."""
    return part(page).get_by_role("dialog", name="Delete everything?")


def ask(page: Page) -> None:
    """Ask to delete everything, up to the question."""
    part(page).get_by_role("button", name="Delete everything that this site has stored").click()
    expect(question(page)).to_be_visible()


def amounts(page: Page) -> list[str]:
    """Return what the question says that there is."""
    return question(page).get_by_role("listitem").all_inner_texts()


def delete(page: Page) -> None:
    """Delete everything, and wait until it is done."""
    ask(page)
    question(page).get_by_role("button", name="Delete it all").click()
    expect(part(page).get_by_role("status")).to_have_text("Deleted. This site now stores nothing in this browser.")
