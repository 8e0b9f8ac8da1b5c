"""What the search of the page finds first, asked as an architect would ask it."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page, expect

from site_server import SiteServer
from the_page import CHOOSE, wait_for_engine

pytestmark = pytest.mark.whole_search

QUESTIONS = f"{CHOOSE}#integration-pattern/"
FIRST_QUESTION = f"{QUESTIONS}proactive-request"
WHERE_IT_IS = f"{QUESTIONS}location-known"
MANDATE = f"{QUESTIONS}repository-mandate"
ACKNOWLEDGEMENT = f"{QUESTIONS}business-acknowledgement"
MANUAL_ACTIVITY = f"{QUESTIONS}manual-activity"
RECIPIENTS = f"{QUESTIONS}recipients-known"

# What is typed, and the page that comes first; with a place on it where one is meant.
FIRST = {
    "async": "patterns/request-response-asynchronous/",
    "asynchronous": "patterns/request-response-asynchronous/",
    "synchronous": "patterns/request-response-synchronous/",
    "request/response": "patterns/request-response-synchronous/",
    "subscribe": "patterns/publish-subscribe/",
    "pub/sub": "patterns/publish-subscribe/",
    "events": "patterns/publish-subscribe/",
    "push": "patterns/information-push/",
    "MESH": "patterns/information-push/",
    "registry": "patterns/registry-repository/",
    "NRL": "patterns/registry-repository/",
    "national record locator": "patterns/registry-repository/",
    "shared repository": "patterns/shared-repository/",
    "shared care record": "patterns/shared-repository/",
    "compare patterns": "patterns/",
    "receipt": "patterns/request-response-asynchronous/",
    "callback": "guidance/glossary/#callback",
    "webhook": "guidance/glossary/#webhook",
    "webhooks": "guidance/glossary/#webhook",
    "idempotent": "guidance/glossary/#idempotent",
    "idempotency": "guidance/glossary/#idempotent",
    "notify": "guidance/glossary/#notification",
    "polling": "guidance/glossary/#polling",
    "latency": "guidance/glossary/#latency",
    "broadcast": "guidance/glossary/#broadcast",
    "timeout": "guidance/glossary/#timeout",
    "batch": "guidance/general-guidelines/#avoid-batch-interfaces",
    "API first": "guidance/general-guidelines/",
    "business acknowledgement": "guidance/considerations/#business-acknowledgement",
    "location of records": WHERE_IT_IS,
    "PDS": "patterns/request-response-synchronous/#services-standards-and-next-steps",
    "mandate": MANDATE,
    "who acknowledges": ACKNOWLEDGEMENT,
    "acknowledgement": ACKNOWLEDGEMENT,
    "manual": MANUAL_ACTIVITY,
    "known recipients": RECIPIENTS,
    "not sure": CHOOSE,
    "worked example": "examples/",
    "discharge summary": "examples/#example-hospital-discharge",
    "referral": "examples/plans/referral/",
    "booking": "examples/",
    "change of address": "examples/#example-demographics-change",
    "privacy": "about/privacy/",
    "licence": "about/source-and-licence/",
    "accessibility": "about/accessibility/",
    "offline": "about/how-it-works/#offline",
}


def for_readers(address: str) -> bool:
    """Tell whether an address is on a page that an architect comes for."""
    page = urldefrag(address).url
    return page == "" or page.startswith(("about/", CHOOSE, "examples/", "guidance/", "patterns/", "plan/"))


class Search:
    """The search of an open page."""

    def __init__(self, page: Page, root: str) -> None:
        self._root = root
        self._box = page.locator("[data-md-component=search-query]")
        self._found = page.locator(".md-search-result__meta")
        self.items = page.locator(".md-search-result__item")
        self._box.click()
        expect(self._box).to_be_focused()

    def ask(self, query: str) -> None:
        """Type a query, and wait for what is found."""
        # Once nothing is found, whatever is shown next is the answer to the query.
        self._type("zzzz")
        expect(self._found).to_have_text("No matching documents")
        expect(self.items).to_have_count(0)
        self._type(query)
        expect(self._found).to_have_text(re.compile("[0-9]+ matching documents?"))
        expect(self.items.first).to_be_attached()

    def _type(self, words: str) -> None:
        # Material looks when a key is released.
        self._box.fill(words)
        self._box.press("End")

    def pages(self) -> list[list[str]]:
        """Return the addresses shown, below the site's own: a list for each page, without its folded hits."""
        return [
            [address.removeprefix(self._root) for address in addresses]
            for addresses in self.items.evaluate_all(
                "items => items.map((item) => [...item.querySelectorAll(':scope > a')].map((link) => link.href))"
            )
        ]


@pytest.fixture
def search(visit: Callable[..., Page], server: SiteServer) -> Search:
    """The search, opened on the home page of a wide screen."""
    return Search(visit("", viewport={"width": 1280, "height": 900}), server.address)


def test_each_query_finds_the_right_page_first_and_the_place_on_it(search: Search) -> None:
    found = {}
    for query, address in FIRST.items():
        search.ask(query)
        first = search.pages()[0]
        # The page itself stands above its places.
        found[query] = address if address in first and first[0] == urldefrag(address).url else first

    assert found == FIRST


@pytest.mark.parametrize(
    "query", ["question", "tree", "outcome", "licence", "start", "answer", "network", "link", "not sure"]
)
def test_what_is_written_for_maintainers_comes_last(search: Search, query: str) -> None:
    search.ask(query)

    shown = [for_readers(page[0]) for page in search.pages()]
    assert shown[0]
    assert shown == sorted(shown, reverse=True)


def test_a_hit_in_a_question_leads_to_that_question(search: Search) -> None:
    search.ask("mandate")
    page = search.items.page

    page.locator(f".md-search-result__item a[href$='{MANDATE}']").click()

    wait_for_engine(page)
    expect(page.locator("[id='integration-pattern/repository-mandate']")).to_be_in_viewport()


def test_excerpts_keep_words_apart(search: Search) -> None:
    search.ask("mandate")

    excerpts = search.items.first.locator("article").all_inner_texts()
    assert excerpts
    assert [text for text in excerpts if re.search("(?:Yes|No)[A-Z]", text)] == []


def test_half_a_word_and_words_without_a_meaning_find_something_too(search: Search) -> None:
    search.ask("who")
    search.ask("the")
    search.ask("as")
