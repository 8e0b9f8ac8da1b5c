"""Links to other sites: a click leads where the link says, whatever the scripts of the page do with clicks.

The browser is stopped before it asks the other site.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Request, Route

from the_page import CHOOSE, PUBLISH_SUBSCRIBE, RESULT, Visit, ready
from the_plan import TWO, with_plan
from watch import Watch

ELSEWHERE = "a[href^='http']:not([href^='http://127.0.0.1'])"

# The first link to another site within each of these, with all folds opened.
RESULTS = (
    ".fp-widget > .fp-live > :not(.fp-panels)",
    "[data-panel='qualities']",
    "[data-panel='next-steps']",
    "[data-panel='confirm']",
    ".fp-listing .fp-entry:not(.fp-entry-outcome)",
    ".fp-listing",
    "footer",
)


@pytest.fixture(autouse=True)
def _expected(watch: Watch) -> None:
    watch.expected = ("request to another origin", "net::ERR_")


def asked_by(page: Page, link: Locator) -> str:
    """Click a link; return the address that the browser would open."""
    stopped: list[Request] = []

    def stop(route: Route) -> None:
        stopped.append(route.request)
        route.abort("aborted")

    def elsewhere(address: str) -> bool:
        return "//127.0.0.1" not in address

    page.route(elsewhere, stop)
    with page.expect_event("requestfailed"):
        link.click()
    page.unroute(elsewhere, stop)
    (request,) = stopped
    assert request.is_navigation_request()
    return request.url


def expect_links_lead_there(page: Page, *places: str) -> None:
    """Click the first link to another site in each of several places."""
    before = page.url
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    for place in places:
        links = page.locator(f"{place} {ELSEWHERE}").filter(visible=True)
        if links.count() == 0:
            continue
        assert asked_by(page, links.first) == links.first.evaluate("link => link.href"), place
        assert page.url == before


def test_from_a_result_and_the_list_below_it(visit: Visit) -> None:
    expect_links_lead_there(ready(visit, RESULT), *RESULTS)


def test_from_a_question(visit: Visit) -> None:
    expect_links_lead_there(ready(visit, CHOOSE), ".fp-widget")


def test_from_a_plan(visit: Visit) -> None:
    page = with_plan(visit, TWO)

    expect_links_lead_there(page, "[data-plan-fold='steps']", ".fp-plan > :not(.fp-plan-live)", "decision-plan")


def test_from_a_page(visit: Visit) -> None:
    expect_links_lead_there(visit(PUBLISH_SUBSCRIBE), "article")
