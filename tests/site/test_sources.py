"""Every address outside the site stands in the list of sources, and the list says how each was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from built_site import Element, page, pages

LIST = "about/sources/"
DOCS = Path(__file__).parents[2] / "docs"

ENTRY = re.compile(r"^.+: .+\. Checked on (\d+ [A-Z][a-z]+ 20\d\d): ([a-z ]+)\.( [A-Z].+\.)?$")
HOW = {"this version", "a copy", "an older address", "another release", "not found"}

UNSETTLED = {
    "a build server": re.compile(r"//build\.|/ci-build|//ci\."),
    "a ballot or a preview": re.compile(r"hl7\.org/.*/20\d\d[A-Z][a-z]{2}/|ballot|snapshot|preview"),
    "a test server": re.compile(r"-test\.|//test\.|//staging\."),
    "an address that has moved": re.compile(r"digital\.nhs\.uk/about-nhs-digital/"),
    "a file of no fixed version": re.compile(r"github\.com/[^/]+/[^/]+/(?:blob|tree)/(?![0-9a-f]{7,40}/)"),
}


def outside_links(element: Element) -> Iterator[str]:
    """Yield every address outside the site that something links to."""
    for link in element.all("a", "area"):
        if link.attributes.get("href", "").startswith(("http://", "https://")):
            yield link.attributes["href"]


@cache
def used() -> dict[str, str]:
    """Return each outside address with one page that has it, the list of sources left out; and the trees' own."""
    found: dict[str, str] = {}
    for address in pages():
        if address != LIST:
            found |= dict.fromkeys(outside_links(page(address)), address)
    # What the engine draws in the page: written in a tree, and perhaps not in what is there without scripts.
    for tree in sorted(DOCS.rglob("*.yml")):
        text = tree.read_text(encoding="utf-8").replace("\\\n", "")
        found |= dict.fromkeys(re.findall(r"https?://[^\s)\"'\]>]+", text), tree.name)
    return found


@cache
def listed() -> dict[str, str]:
    """Return each address of the list with the whole text of its entry."""
    found: dict[str, str] = {}
    for item in page(LIST).one("article").all("li"):
        addresses = list(outside_links(item))
        if addresses:
            assert len(addresses) == 1, f"1 address an entry: {item.seen_text}"
            assert addresses[0] not in found, f"listed twice: {addresses[0]}"
            found[addresses[0]] = item.seen_text
    return found


def test_every_address_on_the_site_is_in_the_list() -> None:
    missing = {address: place for address, place in used().items() if address not in listed()}

    assert missing == {}
    assert len(used()) > 50


def test_every_address_in_the_list_is_used() -> None:
    # The footers of all pages have links, too; on the list itself they don't count as uses.
    assert set(listed()) - set(used()) == set()


def test_every_entry_says_when_it_was_checked_and_what_was_read() -> None:
    for text in listed().values():
        entry = ENTRY.match(text)
        assert entry is not None, text
        assert datetime.strptime(entry[1], "%d %B %Y").date() >= date(2026, 11, 26), text
        assert entry[2] in HOW, text


def test_the_list_explains_each_way_of_reading() -> None:
    explained = {
        match[1]
        for item in page(LIST).one("article").all("li")
        if (match := re.match(r"'([a-z ]+)' (?:is|means)", item.seen_text))
    }

    assert explained == HOW


@pytest.mark.parametrize("what", UNSETTLED)
def test_no_source_is(what: str) -> None:
    assert [address for address in used() if UNSETTLED[what].search(address)] == []
