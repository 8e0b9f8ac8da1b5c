"""Two sites on one host that publish a tree of one id: the browser's storage is one, and what they store is apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from notes import RESULT, expect_written, need, offer, write
from site_copies import copy_site
from site_server import SiteServer
from the_page import state, tree, wait_for_engine

pytestmark = pytest.mark.first_visit

A, B, WITHIN_A = "a/", "b/", "a/within/"
RESULT_PAGE = state(RESULT)
STORED = "() => [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage))"

ITS_OWN_WORKER = """async () => {
  for (let wait = 0; wait < 600; wait += 1) {
    const found = await navigator.serviceWorker.getRegistration();
    const own = found?.scope === new URL("../", location.href.split("#")[0]).href;
    if (own && found.active?.state === "activated") return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}"""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A host with the site three times: under two paths, and once more below the first."""
    root = tmp_path_factory.mktemp("host")
    for site in (A, B, WITHIN_A):
        copy_site(root / site)
    with SiteServer(root) as server:
        yield server


@pytest.fixture
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader's browser, which no site has stored anything in."""
    context = chromium.new_context(service_workers="block")
    yield context
    context.close()


def opened(reader: BrowserContext, host: SiteServer, address: str) -> Page:
    """Open a page of the host in a new tab."""
    page = reader.new_page()
    page.goto(host.address + address)
    wait_for_engine(page)
    return page


@pytest.mark.parametrize("other", [pytest.param(B, marks=pytest.mark.long), WITHIN_A])
def test_notes_of_one_site_are_not_offered_on_the_other(reader: BrowserContext, host: SiteServer, other: str) -> None:
    write(opened(reader, host, A + RESULT_PAGE))

    page = opened(reader, host, other + RESULT_PAGE)

    expect(need(page)).to_have_value("")
    expect(offer(page)).to_be_hidden()
    expect(offer(opened(reader, host, A + RESULT_PAGE))).to_contain_text("See heights.")


def test_notes_that_one_site_discards_stay_on_the_other(reader: BrowserContext, host: SiteServer) -> None:
    for site in (A, B):
        write(opened(reader, host, site + RESULT_PAGE))

    page = opened(reader, host, A + RESULT_PAGE)
    offer(page).get_by_role("button", name="Discard").click()
    expect(offer(page)).to_be_hidden()

    offered = opened(reader, host, B + RESULT_PAGE)
    offer(offered).get_by_role("button", name="Use these notes").click()
    expect_written(offered)


def test_one_tab_keeps_each_sites_notes_with_its_answers(reader: BrowserContext, host: SiteServer) -> None:
    page = opened(reader, host, A + RESULT_PAGE)
    write(page)

    page.goto(host.address + B + RESULT_PAGE)
    wait_for_engine(page)
    expect(need(page)).to_have_value("")
    page.goto(host.address + A + RESULT_PAGE)
    wait_for_engine(page)

    expect_written(page)


@pytest.mark.parametrize("key", ["fingerpost:notes:integration-pattern", "fingerpost notes integration-pattern x"])
def test_notes_without_a_page_in_their_key_may_be_another_sites(
    reader: BrowserContext, host: SiteServer, key: str
) -> None:
    page = reader.new_page()
    page.goto(host.address + A + "about/")
    page.evaluate('key => localStorage.setItem(key, \'{"need": "Old.", "confirmations": {}}\')', key)

    shown = opened(reader, host, A + RESULT_PAGE)

    expect(need(shown)).to_have_value("")
    expect(offer(shown)).to_be_hidden()
    assert key in shown.evaluate(STORED)


def test_two_pages_of_a_site_have_notes_of_their_own(reader: BrowserContext, host: SiteServer) -> None:
    write(opened(reader, host, A + RESULT_PAGE))

    licence = reader.new_page()
    licence.goto(f"{host.address}{A}authors/trees/licence/#open-licence?existing=contribution")
    expect(licence.locator("decision-tree[engine=ready]")).to_have_count(1)

    expect(licence.locator(".fp-earlier")).to_be_hidden()


def test_a_switch_of_one_site_leaves_the_other_as_it_is(reader: BrowserContext, host: SiteServer) -> None:
    def switch(site: str) -> Page:
        page = opened(reader, host, f"{site}choose/")
        tree(page).locator(".fp-setting summary").click()
        return page

    label = "Use number keys to choose an answer"
    switch(A).get_by_label(label).uncheck()

    expect(switch(B).get_by_label(label)).to_be_checked()
    expect(switch(WITHIN_A).get_by_label(label)).to_be_checked()
    expect(switch(A).get_by_label(label)).not_to_be_checked()


def test_every_key_names_the_page_or_the_site(reader: BrowserContext, host: SiteServer) -> None:
    page = opened(reader, host, A + RESULT_PAGE)
    write(page)
    two = reader.new_page()
    two.goto(f"{host.address}{A}authors/trees/two-trees/")
    two.locator("decision-tree[tree='open-licence'] .fp-card [data-answer='own']").click()
    two.locator("decision-tree[tree='incident-triage'] .fp-card [data-answer='no']").click()
    two.locator(".fp-setting summary").first.click()
    two.locator("[data-setting='number-keys']").first.uncheck()
    two.get_by_title("Switch to light mode").locator("visible=true").first.click()

    keys = {key for tab in (page, two) for key in tab.evaluate(STORED)}

    assert {key.split()[1] for key in keys if key.startswith("fingerpost")} == {
        "notes",
        "decisions",
        "link",
        "number-keys",
    }
    assert {key for key in keys if f"/{A}" not in key} == set()


@pytest.mark.long
def test_each_site_has_caches_of_its_own(chromium: Browser, host: SiteServer) -> None:
    context = chromium.new_context(service_workers="allow")
    page = context.new_page()
    for site in (A, B, WITHIN_A):
        page.goto(f"{host.address}{site}choose/")
        wait_for_engine(page)
        assert page.evaluate(ITS_OWN_WORKER), f"{site} has no service worker of its own"

    cached = page.evaluate(
        """async () => {
          const names = await caches.keys();
          const found = {};
          for (const name of names) found[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
          return found;
        }"""
    )

    of_sites = {name.split()[1]: urls for name, urls in cached.items() if name.startswith("site ")}
    assert set(of_sites) == {f"/{site}" for site in (A, B, WITHIN_A)}
    for path, urls in of_sites.items():
        assert urls
        assert [url for url in urls if not url.startswith(host.address.rstrip("/") + path)] == []
        if path == f"/{A}":
            assert not [url for url in urls if f"/{WITHIN_A}" in url]
    context.close()
