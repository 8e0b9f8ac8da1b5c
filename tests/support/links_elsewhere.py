"""Links to other sites, clicked as a reader does, with the browser stopped before it asks the other site."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Request, Route


def asked_by(page: Page, link: Locator) -> str:
    """Click a link to another site; return the address that the browser would open."""
    own = urlsplit(page.url).netloc
    stopped: list[Request] = []

    def stop(route: Route) -> None:
        if route.request.is_navigation_request():
            stopped.append(route.request)
            route.abort("aborted")
        else:
            route.continue_()

    def elsewhere(address: str) -> bool:
        return urlsplit(address).netloc != own

    page.route(elsewhere, stop)
    with page.expect_event("requestfailed"):
        link.click()
    page.unroute(elsewhere, stop)
    (request,) = stopped
    return request.url


def first_of_each_kind(links: Locator) -> dict[str, Locator]:
    """Return the first link of each kind, by the name of its control."""
    names: list[str] = links.evaluate_all("links => links.map((link) => window.__controlName(link))")
    return {name: links.nth(names.index(name)) for name in names}
