"""Links to other sites: a click leads where the link says, whatever the scripts of the page do with clicks.

The browser is stopped before it asks the other site.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from links_elsewhere import asked_by, first_of_each_kind
from the_page import PUBLISH_SUBSCRIBE, RESULT, Visit, ready, state
from the_plan import TWO, with_plan
from watch import Watch

pytestmark = pytest.mark.provokes("other origin", "each link leads to another site, and the browser is stopped there")

ELSEWHERE = "a[href^='http']:not([href^='http://127.0.0.1'])"

# The first link of each kind to another site within each of these, with all folds opened.
RESULTS = (
    ".fp-widget > .fp-live > :not(.fp-panels)",
    "[data-panel='qualities']",
    "[data-panel='next-steps']",
    ".fp-listing .fp-entry:not(.fp-entry-outcome)",
    ".fp-listing",
    "footer",
)


@pytest.fixture(autouse=True)
def _expected(watch: Watch) -> None:
    watch.expected = ("request to another origin", "net::ERR_")


def expect_links_lead_there(page: Page, *places: str) -> None:
    """Click the first link of each kind to another site in each of several places."""
    before = page.url
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    for place in places:
        links = page.locator(f"{place} {ELSEWHERE}").filter(visible=True)
        expect(links.first, f"a link to another site in {place}").to_be_visible()
        for kind, link in first_of_each_kind(links).items():
            assert asked_by(page, link) == link.evaluate("link => link.href"), kind
            assert page.url == before


def test_from_a_result_and_the_list_below_it(visit: Visit) -> None:
    expect_links_lead_there(ready(visit, RESULT), *RESULTS)


def test_from_a_question(visit: Visit) -> None:
    expect_links_lead_there(ready(visit, state({"proactive-request": "yes", "care-setting": "no"})), ".fp-card")


@pytest.mark.parametrize(("address", "place"), [("", "decision-tree .fp-card"), ("patterns/", "outcome-finder")])
def test_from_the_first_question_and_the_finder(visit: Visit, address: str, place: str) -> None:
    expect_links_lead_there(visit(address), place)


def test_from_a_plan(visit: Visit) -> None:
    page = with_plan(visit, TWO)

    expect_links_lead_there(page, "[data-plan-fold='steps']", "decision-plan > .fp-plan")


def test_from_a_page(visit: Visit) -> None:
    expect_links_lead_there(visit(PUBLISH_SUBSCRIBE), "article")
