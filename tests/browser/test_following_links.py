"""The links in the content of every page, followed by clicking them, and back again."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from built_site import MOVED, pages
from built_site import page as built_page
from following import (
    SHOWN,
    Navigation,
    addresses_in_article,
    below,
    choose_navigation,
    click_link,
    expect_navigation,
    expect_page,
    find_link,
    note_loads,
    until,
)
from site_server import SiteServer
from the_page import Visit, wait_for_engine
from the_plan import wait_for_plan

WIDE = {"width": 1280, "height": 900}
SAMPLE = 8
"""How many links within a page are followed where the page has more; `--long` follows all."""

STAYED = [address for address in pages() if address not in MOVED]


OF_EVERY_KIND = {
    "",
    "about/privacy/",
    "choose/",
    "examples/hospital-discharge/",
    "examples/plans/referral/",
    "guidance/considerations/",
    "patterns/information-push/",
    "plan/",
}
"""The pages whose links every run follows: links of other kinds are on no other page."""

SAME_STATES = f"(before) => JSON.stringify(({SHOWN})()) === before"


@pytest.mark.every_variant
@pytest.mark.parametrize(
    "address",
    [address if address in OF_EVERY_KIND else pytest.param(address, marks=pytest.mark.long) for address in STAYED],
)
def test_every_link_to_another_page_and_some_within_the_page(visit: Visit, server: SiteServer, address: str) -> None:
    page = opened(visit, address)
    there, here = links(page, server, address)

    follow(page, server, address, there, "instant")
    follow(page, server, address, spread(here, SAMPLE), "instant")
    follow(page, server, address, there[:1], "full")


@pytest.mark.long
@pytest.mark.parametrize("address", STAYED)
def test_every_link_within_the_page_and_every_link_as_a_whole_page(
    visit: Visit, server: SiteServer, address: str
) -> None:
    page = opened(visit, address)
    there, here = links(page, server, address)

    follow(page, server, address, here, "instant")
    follow(page, server, address, there[1:], "full")


@pytest.mark.parametrize("address", sorted(MOVED))
def test_a_page_that_has_moved_leads_to_its_new_address(visit: Visit, server: SiteServer, address: str) -> None:
    page = visit(address)

    expect_page(page, server.address, f"{server.address}authors/trees/{address.removeprefix('examples/')}")


def test_files_that_pages_offer_are_there(visit: Visit, server: SiteServer) -> None:
    offered = {
        below(server.address, whole).partition("#")[0]
        for address in pages()
        for link in built_page(address).all("a")
        if (whole := urljoin(server.address + address, link.attributes.get("href", ""))).startswith(server.address)
        and not is_page(server, whole)
    }
    request = visit().request

    assert {"reference/fingerpost-record.schema.json", "reference/fingerpost-tree.schema.json"} <= offered
    assert [file for file in sorted(offered) if not request.get(server.address + file).ok] == []


def opened(visit: Visit, address: str) -> Page:
    """Open a page with its scripts, and with the engine where it has one."""
    page = visit(address, viewport=WIDE)
    settle(page)
    return page


def settle(page: Page) -> None:
    """Wait for the engine where the page has one; it says whether the build is the page's as soon as it is ready."""
    if page.locator("decision-tree:not([show='start'])").count():
        wait_for_engine(page)
    if page.locator("decision-plan").count():
        wait_for_plan(page)


def is_page(server: SiteServer, link: str) -> bool:
    """Tell whether an address of the site is that of a page, and not of a file."""
    return below(server.address, link).rpartition("/")[2] == ""


def links(page: Page, server: SiteServer, address: str) -> tuple[list[str], list[str]]:
    """Return where the links to other pages of the site lead, and those to parts and states of this page."""
    own = server.address + address
    to_pages = [
        link
        for link in addresses_in_article(page)
        if link.startswith(server.address) and is_page(server, link) and link != own
    ]
    here = [link for link in to_pages if below(server.address, link) == address]
    # The heading's own link at the least.
    assert here, f"no link on {address} leads to a part of it"
    return [link for link in to_pages if link not in here], here


def spread(several: Sequence[str], count: int) -> list[str]:
    """Return so many of them at most, from the first to the last at even distances."""
    if len(several) <= count:
        return list(several)
    return [several[place * (len(several) - 1) // (count - 1)] for place in range(count)]


def follow(page: Page, server: SiteServer, address: str, several: Sequence[str], navigation: Navigation) -> None:
    """Click each link, expect what it names, and go back to the page and the states that were left."""
    own = server.address + address
    for link in several:
        assert find_link(page, link) is not None, f"no link to {link} is drawn on {own}"
        choose_navigation(page, navigation)
        note_loads(page)
        states = page.evaluate(f"JSON.stringify(({SHOWN})())")
        click_link(page, link)
        expect_page(page, server.address, link)
        expect_navigation(page, navigation)
        page.go_back()
        expect_page(page, server.address, own)
        settle(page)
        until(page, SAME_STATES, states, f"after {link}, Back did not lead to the state that was left")
