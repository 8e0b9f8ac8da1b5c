"""Browsers that lack something, or refuse it: the tree works all the same, and what is missing is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from faults.rows.browsers import NO_WORKER
from inside_worker import inside_worker
from site_server import SiteServer
from the_page import CHOOSE, answer, expect_outcome, expect_question, tree, wait_for_engine
from watch import FAULTS_OF_THE_ENGINE, Watch

pytestmark = [pytest.mark.first_visit, pytest.mark.whole_search]

LESS = {
    "no service workers": "delete Navigator.prototype.serviceWorker;",
    "no Cache Storage": "delete window.caches;",
    "Cache Storage refused": "CacheStorage.prototype.open = async () => { throw new Error('refused'); };",
    "no compression": "delete window.CompressionStream; delete window.DecompressionStream;",
    "no idle callbacks": "delete window.requestIdleCallback; delete window.cancelIdleCallback;",
    "storage refused": """for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });
    }""",
}

# Material's own scripts ask the storage for the colours, and fail.
MATERIALS_OWN = ("SecurityError",)


def opened(visit: Callable[..., Page], server: SiteServer, fault: str) -> Page:
    """Open the questions in a browser that lacks something."""
    page = visit("about/", service_workers="allow")
    page.add_init_script(fault)
    page.goto(server.address + CHOOSE)
    return page


@pytest.mark.parametrize("fault", NO_WORKER)
def test_without_a_worker_the_listing_answers_and_the_page_says_so(
    visit: Callable[..., Page], server: SiteServer, watch: Watch, fault: str
) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    page = opened(visit, server, NO_WORKER[fault])

    wait_for_engine(page, "failed")

    expect(tree(page).get_by_text("could not start")).to_be_visible()
    for choice in ("no", "no", "yes"):
        answer(page, choice)
    expect_outcome(page, "information-push")
    page.go_back()
    expect_question(page, "recipients-known")


@pytest.mark.parametrize("fault", LESS)
def test_the_engine_runs_without_what_only_makes_it_quicker(
    visit: Callable[..., Page], server: SiteServer, watch: Watch, fault: str
) -> None:
    watch.expected = MATERIALS_OWN if fault == "storage refused" else ()
    page = opened(visit, server, LESS[fault])

    wait_for_engine(page)

    answer(page, "unsure")
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()
    page.go_back()
    expect_question(page, "proactive-request")
    answer(page, "no")
    expect_question(page, "business-acknowledgement")


@pytest.mark.parametrize("fault", ["no compression", "no Cache Storage", "Cache Storage refused"])
def test_the_worker_starts_without_it_too(visit: Callable[..., Page], server: SiteServer, fault: str) -> None:
    page = visit("about/")
    inside_worker(page, LESS[fault].replace("window", "self"))

    page.goto(server.address + CHOOSE)

    wait_for_engine(page)
    answer(page, "unsure")
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()
