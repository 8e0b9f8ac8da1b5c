"""Every link of the built site leads somewhere, the states of the tree included, and nothing is fetched elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from built_site import SITE, Element, page, pages

HOST = "http://site.invalid/guide/"
"""Where the site is thought to be: under a path, as on a shared host."""

FETCHING = ("src", "srcset", "poster", "data", "action", "formaction", "manifest", "background")

every_page = pytest.mark.parametrize("address", pages())


@cache
def ids(address: str) -> frozenset[str]:
    """Return the ids on a page."""
    return frozenset(element.attributes["id"] for element in page(address).all() if "id" in element.attributes)


def links(address: str) -> Iterator[tuple[Element, str]]:
    """Yield the links of a page with their whole address."""
    for link in page(address).all("a", "area"):
        if "href" in link.attributes:
            yield link, urljoin(HOST + address, link.attributes["href"])


def target_of(whole: str) -> tuple[str, str]:
    """Return the path below the site's root and the fragment of a whole address."""
    path, _, fragment = whole.removeprefix(HOST).partition("#")
    return unquote(path.partition("?")[0]), unquote(fragment)


@every_page
def test_links_within_the_site_lead_somewhere(address: str) -> None:
    broken = []
    for link, whole in links(address):
        if not whole.startswith(HOST):
            continue
        path, fragment = target_of(whole)
        if path not in pages():
            if not (SITE / path).is_file():
                broken.append(f"{link.line}: no page {whole}")
        # The page of the plan opens a plan in its address.
        elif fragment and not fragment.startswith("integration-pattern?plan=") and fragment not in ids(path):
            broken.append(f"{link.line}: no such place {whole}")
    assert broken == []


@every_page
def test_links_within_the_site_work_under_any_path(address: str) -> None:
    outside = [
        f"{link.line}: {whole}" for link, whole in links(address) if "site.invalid" in whole and HOST not in whole
    ]

    assert outside == []


@every_page
def test_links_to_other_sites_are_secure_and_whole(address: str) -> None:
    for link, whole in links(address):
        if not whole.startswith(HOST):
            parts = urlsplit(whole)
            assert parts.scheme == "https", f"{link.line}: {whole}"
            assert parts.hostname, f"{link.line}: {whole}"


def test_every_state_that_is_linked_to_is_a_place_in_the_listing() -> None:
    states = {
        fragment
        for address in pages()
        for _, whole in links(address)
        if whole.startswith(HOST)
        for path, fragment in [target_of(whole)]
        if path == "choose/" and fragment.startswith("integration-pattern?")
    }

    # Of 7 questions: 2 answers and "not sure" each.
    assert len(states) == 21
    assert states <= ids("choose/")


@pytest.mark.parametrize("address", [*pages(), "404.html"])
def test_nothing_is_fetched_from_elsewhere(address: str) -> None:
    fetched = [
        (element, value)
        for element in page(address).all()
        for name, value in element.attributes.items()
        if name in FETCHING or (name == "href" and element.tag not in ("a", "area"))
    ]

    assert [
        f"{element.line}: <{element.tag}> {value}"
        for element, value in fetched
        if not urljoin(HOST + address, value).startswith((HOST, "data:"))
    ] == []


def test_no_style_sheet_fetches_from_elsewhere() -> None:
    styles = {sheet.name: sheet.read_text() for sheet in SITE.rglob("*.css")}
    fetched = [
        (name, address)
        for name, style in styles.items()
        for address in re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""", style)
    ]

    assert fetched
    assert [found for found in fetched if re.match(r"(?:[a-z]+:)?//", found[1])] == []
